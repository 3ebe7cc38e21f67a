import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artifact, Build } from '../../../contract/build.ts';
import { parsePage } from '../../../contract/parsePage.ts';
import { loadBuilds } from '../../../local-api/loadBuilds.ts';
import { builds } from '../../../replica/testing/arbitraryBuilds.ts';
import { artifactOf, buildOf } from '../testing/storeOf.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import { utcTime } from './utcTime.ts';

const lists = fc.uniqueArray(builds, { maxLength: 5, selector: (build) => build.id });
const jsonOf = (all: readonly Build[]) => [...json.pieces(all, 0)].join('');
const ndjsonOf = (all: readonly Build[]) => [...ndjson.pieces(all, 0)].join('');
const read = (body: unknown) => parsePage(body, { offset: 0, limit: 100 });

/** What is exported: as it came, but that each time says its zone. */
const timesInUtc = <Timed extends Build | Artifact>(timed: Timed): Timed => ({
  ...timed,
  createdAt: utcTime(timed.createdAt),
  startedAt: utcTime(timed.startedAt),
  completedAt: utcTime(timed.completedAt),
});
const inUtc = (build: Build): Build => ({
  ...timesInUtc(build),
  artifacts: build.artifacts?.map(timesInUtc) ?? null,
});

const large = buildOf('c1', {
  artifacts: Array.from({ length: 120 }, (_, at) => artifactOf(`a${at}`)),
});

describe('JSON', () => {
  it('is an answer of the API that the contract reads back as the same builds', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const page = read(JSON.parse(jsonOf(all)));
        expect(page.builds).toEqual(all.map(inUtc));
        expect(page.unreadable).toEqual([]);
        expect([page.total, page.offset, page.limit]).toEqual([all.length, 0, all.length]);
      }),
    );
  });

  it('has the envelope and the fields of the contract, and no null for missing artifacts', () => {
    const body: unknown = JSON.parse(jsonOf([buildOf('c1', { artifacts: null })]));
    const { artifacts: _, ...fields } = inUtc(buildOf('c1'));
    expect(body).toStrictEqual({ data: [fields], total_count: 1, offset: 0, limit: 1 });
  });

  it('says the zone of every time', () => {
    for (const text of [jsonOf([large]), ndjsonOf([large])]) {
      const times = text.match(/\d{4}-\d\d-\d\dT[^"]*/g) ?? [];
      expect(times.length).toBeGreaterThan(100);
      expect(times.filter((time) => !time.endsWith('Z'))).toEqual([]);
    }
  });

  it('writes a build of many artifacts in short pieces', () => {
    const pieces = [...json.pieces([large], 0)];
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(400);
    expect(read(JSON.parse(pieces.join(''))).builds).toEqual([inUtc(large)]);
  });
});

describe('NDJSON', () => {
  it('is a build a line, each read back as it was', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const lines = ndjsonOf(all).split('\n');
        expect(lines.pop()).toBe('');
        const data: unknown[] = lines.map((line) => JSON.parse(line));
        expect(read({ data }).builds).toEqual(all.map(inUtc));
      }),
    );
  });

  it('keeps a build of many artifacts on its line', () => {
    expect(ndjsonOf([large, large]).split('\n')).toHaveLength(3);
  });
});

it.each([
  ['builds.json', jsonOf],
  ['builds.ndjson', ndjsonOf],
])('makes a %s that the local API loads', (name, textOf) => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, textOf([large, buildOf('c2', { artifacts: null })]));
    const { artifacts: _, ...second } = inUtc(buildOf('c2'));
    expect(loadBuilds(file)).toStrictEqual([inUtc(large), second]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
