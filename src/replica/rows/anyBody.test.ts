import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSync, type JsonSchema } from 'json-schema-faker';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Unreadable } from '../../contract/build.ts';
import { parsePage } from '../../contract/parsePage.ts';
import { runs } from '../../lib/testing/runs.ts';
import { json } from '../../screens/export/formats/json.ts';
import { BuildStore } from '../columns/BuildStore.ts';

/**
 * Bodies made from the schema by tools that know nothing of this page: each build and artifact that
 * goes in comes out of parser, store and export, or is named.
 */

const ASKED = { offset: 0, limit: 100 };
/** Bodies of the generator: 1,000, and 20,000 with `npm run test:deep`. */
const BODIES = 2 * runs(500);
const LONG = 1_800_000;

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows of a body, as they came. */
function rowsOf(body: unknown): Json[] {
  const data = isObject(body) ? body['data'] : null;
  return Array.isArray(data) ? data.filter(isObject) : [];
}

/** A row with what the contract says of fields that are left out; `artifacts` may be missing. */
function filled(row: Json): Json {
  const times = { startedAt: row['startedAt'] ?? null, completedAt: row['completedAt'] ?? null };
  const artifacts = row['artifacts'];
  if (!Array.isArray(artifacts)) return { ...row, ...times };
  return { ...row, ...times, artifacts: artifacts.filter(isObject).map(filledArtifact) };
}

function filledArtifact(row: Json): Json {
  return {
    artifactType: 'CONTAINER_IMAGE',
    fullImagePath: null,
    errorMessage: null,
    startedAt: null,
    completedAt: null,
    ...row,
  };
}

/** What the page makes of an answer: what the JSON export holds, and what is named. */
function through(text: string): { out: Json[]; named: readonly Unreadable[] } {
  const page = parsePage(JSON.parse(text), ASKED);
  const store = new BuildStore();
  store.apply(page.builds, 1);
  const builds = Array.from({ length: store.rowCount }, (_, row) => store.build(row));
  const out = rowsOf(JSON.parse([...json.pieces(builds, 0)].join('')));
  expect(page.builds.length + page.unreadable.length).toBe(page.received);
  return { out, named: page.unreadable };
}

/** Checks one answer; returns how many builds and artifacts it held. */
function account(text: string): { builds: number; artifacts: number } {
  const rows = rowsOf(JSON.parse(text)).map(filled);
  const { out, named } = through(text);
  const isNamed = (at: number) => named.some(({ field }) => field === `data[${at}].id`);
  const byId = new Map(rows.filter((_, at) => !isNamed(at)).map((row) => [row['id'], row]));
  expect(out).toEqual([...byId.values()]);
  const artifacts = rows.map((row) => row['artifacts']);
  return {
    builds: rows.length,
    artifacts: artifacts.reduce(
      (sum: number, all) => sum + (Array.isArray(all) ? all.length : 0),
      0,
    ),
  };
}

/** The schema with its references put in place. */
function resolved(schema: unknown, all: Json): unknown {
  if (Array.isArray(schema)) return schema.map((each) => resolved(each, all));
  if (!isObject(schema)) return schema;
  const ref = schema['$ref'];
  if (typeof ref === 'string') return resolved(all[ref.split('/').pop() ?? ''], all);
  return Object.fromEntries(
    Object.entries(schema).map(([key, each]) => [key, resolved(each, all)]),
  );
}

function listSchema(): JsonSchema {
  const path = join(import.meta.dirname, '../../contract/openapi.yaml');
  const contract: { components: { schemas: Json } } = parse(readFileSync(path, 'utf8'));
  const { schemas } = contract.components;
  const schema = resolved(schemas['GenericPaginationResponse_List_BuildStatusResponse__'], schemas);
  if (!isObject(schema)) throw new Error('no schema of the list');
  return schema;
}

describe('every build and artifact comes out as it went in, or is named', () => {
  it(
    'of bodies that json-schema-faker makes',
    () => {
      const schema = listSchema();
      const sum = { builds: 0, artifacts: 0 };
      for (let seed = 1; seed <= BODIES; seed += 1) {
        const body = generateSync(schema, {
          seed,
          minItems: 0,
          maxItems: 8,
          optionalsProbability: 0.7,
        });
        const { builds, artifacts } = account(JSON.stringify(body));
        sum.builds += builds;
        sum.artifacts += artifacts;
      }
      expect(sum.builds).toBeGreaterThan(3 * BODIES);
      expect(sum.artifacts).toBeGreaterThan(9 * BODIES);
    },
    LONG,
  );

  // Recorded from `prism mock --dynamic src/contract/openapi.yaml` (5.14.2), a body a line.
  it('of bodies that Prism answers with', () => {
    const path =
      process.env['PRISM_BODIES'] ?? join(import.meta.dirname, '../testing/prismBodies.ndjson');
    const bodies = readFileSync(path, 'utf8').trim().split('\n');
    const builds = bodies.reduce((sum, body) => sum + account(body).builds, 0);
    expect(builds).toBeGreaterThan(2 * bodies.length);
  });
});
