import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { answerError } from './answerError.ts';
import { BUILDS_PATH } from './fetchPage.ts';
import { parsePage } from './parsePage.ts';
import { ARTIFACT_TYPES, STATUSES } from './status.ts';

interface Schema {
  readonly properties: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
}
interface Property {
  readonly type?: string;
  readonly default?: unknown;
  readonly anyOf?: readonly { readonly type: string }[];
  readonly $ref?: string;
}
interface Contract {
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly responses: Readonly<Record<string, unknown>> } }>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const contract: Contract = parse(readFileSync(join(import.meta.dirname, 'openapi.yaml'), 'utf8'));
const schema = (name: string): Schema => {
  const found = contract.components.schemas[name];
  if (found === undefined) throw new Error(`no schema ${name}`);
  return found;
};
const envelope = schema('GenericPaginationResponse_List_BuildStatusResponse__');
const buildSchema = schema('BuildStatusResponse');
const artifactSchema = schema('BuildArtifactStatusResponse');

/** A value of each property that no other property has. */
function sample(of: Schema, filled: Readonly<Record<string, unknown>> = {}) {
  const names = Object.keys(of.properties);
  return { ...Object.fromEntries(names.map((name) => [name, `${name} text`])), ...filled };
}
const without = (value: object, name: string) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
const nullable = (property: Property | undefined) =>
  property?.anyOf?.some((one) => one.type === 'null') ?? false;

const artifact = sample(artifactSchema);
const build = sample(buildSchema, { artifacts: [artifact] });
const asked = { offset: 0, limit: 100 };
const readBuild = (one: unknown) => parsePage({ data: [one] }, asked).builds[0];
const readArtifact = (one: unknown) => readBuild({ ...build, artifacts: [one] })?.artifacts?.[0];

describe('the contract', () => {
  it('has one path', () => {
    expect(Object.keys(contract.paths)).toEqual([BUILDS_PATH]);
  });

  it('names the words that are known', () => {
    expect(schema('ImageBuildStatusEnum').enum).toEqual(STATUSES);
    expect(schema('ImageBuildArtifactTypeEnum').enum).toEqual(ARTIFACT_TYPES);
  });

  it('has no property of a build or an artifact that is not carried', () => {
    expect(readBuild(build)).toStrictEqual(build);
    expect(readArtifact(artifact)).toStrictEqual(artifact);
  });

  it.each(Object.entries(buildSchema.properties))(
    'is kept for the %s of a build',
    (name, property) => {
      const bare = readBuild(without(build, name));
      if (buildSchema.required?.includes(name)) expect(bare).toBeUndefined();
      else expect(bare).toStrictEqual({ ...build, [name]: null });
      if (nullable(property)) {
        expect(readBuild({ ...build, [name]: null })).toStrictEqual({ ...build, [name]: null });
      }
    },
  );

  it.each(Object.entries(artifactSchema.properties))(
    'is kept for the %s of an artifact',
    (name, property) => {
      const bare = readArtifact(without(artifact, name));
      if (artifactSchema.required?.includes(name)) expect(bare).toBeUndefined();
      else expect(bare).toStrictEqual({ ...artifact, [name]: property.default ?? null });
      if (nullable(property)) {
        expect(readArtifact({ ...artifact, [name]: null })).toStrictEqual({
          ...artifact,
          [name]: null,
        });
      }
    },
  );

  it('fills the defaults of its envelope for the request that leaves both parameters out', () => {
    expect(envelope.required).toEqual(['data']);
    const defaults = Object.entries(envelope.properties).map(([name, one]) => [name, one.default]);
    const { total_count, offset, limit, status } = Object.fromEntries(defaults);
    expect(parsePage({ data: [] }, asked)).toMatchObject({
      total: total_count,
      offset,
      limit,
      status: status ?? null,
      builds: [],
    });
  });

  it('is carried for every property of its envelope', () => {
    const page = { total_count: 7, offset: 3, limit: 9, data: [build], status: 'ok' };
    expect(Object.keys(page)).toEqual(Object.keys(envelope.properties));
    expect(parsePage(page, asked)).toStrictEqual({
      total: 7,
      offset: 3,
      limit: 9,
      status: 'ok',
      builds: [build],
      received: 1,
      unreadable: [],
    });
  });

  it('has an answer for each of its statuses', () => {
    const statuses = Object.keys(contract.paths[BUILDS_PATH]?.get.responses ?? {});
    expect(statuses).toEqual(['200', '401', '422']);
    expect(answerError(401, new Headers(), '', 0).kind).toBe('unauthorized');
    const fault = sample(schema('ErrorDetail'));
    expect(schema('ErrorResponse').required).toEqual(['errors']);
    expect(answerError(422, new Headers(), JSON.stringify({ errors: [fault] }), 0)).toMatchObject({
      kind: 'invalid',
      details: ['param text: details text'],
    });
  });
});
