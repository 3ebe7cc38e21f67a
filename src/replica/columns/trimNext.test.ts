import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { runs } from '../../lib/testing/runs.ts';
import { fakeArtifact, fakeBuild } from '../testing/fakeApi.ts';
import { BuildStore } from './BuildStore.ts';

/** None to three artifacts each. */
function buildsFrom(from: number, count: number): Build[] {
  return Array.from({ length: count }, (_, at) => {
    const number = from + at;
    const ids = Array.from({ length: number % 4 }, (_, place) => `a${number} ${place}`);
    return fakeBuild(number, { artifacts: ids.map((id) => fakeArtifact(id)) });
  });
}

const steps = fc.array(
  fc.record({ builds: fc.integer({ min: 1, max: 150 }), trims: fc.nat({ max: 30 }) }),
  { maxLength: 12 },
);

describe('giving back what columns have to spare', () => {
  it('loses no build, however many come before, between and after its parts', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const store = new BuildStore();
        let count = 0;
        for (const { builds, trims } of all) {
          store.apply(buildsFrom(count, builds), count + 1);
          count += builds;
          for (let part = 0; part < trims && store.trimNext(); part += 1);
        }
        const rows = Array.from({ length: count }, (_, row) => store.build(row));
        expect(rows).toEqual(buildsFrom(0, count));
        expect([...store.defaultOrder()]).toEqual([...rows.keys()].reverse());
      }),
      { numRuns: runs(60) },
    );
  });

  it('keeps a sixteenth of each column to spare, and grows it no sooner than that is used', () => {
    const store = new BuildStore();
    for (let from = 0; from < 1100; from += 50) store.apply(buildsFrom(from, 50), from + 1);
    store.defaultOrder();
    expect(store.columns.name.length).toBeGreaterThan(1100 * 1.25);
    while (store.trimNext());
    const { alive, columns } = store;
    const { name, count, known, created, artifacts } = columns;
    const ofRows = [name, count, known, created.ms, created.shapes, alive];
    expect(ofRows.map(({ length }) => length)).toEqual(ofRows.map(() => 1169));
    const { type, path, ended } = artifacts;
    const ofArtifacts = [type, path, ended.ms, ended.shapes];
    expect(ofArtifacts.map(({ length }) => length)).toEqual(ofArtifacts.map(() => 1754));
    store.apply(buildsFrom(1100, 69), 2000);
    expect(store.columns.name).toBe(name);
  });
});
