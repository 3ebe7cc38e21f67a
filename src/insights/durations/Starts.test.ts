import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { allParts } from '../../lib/tasks/takeParts.ts';
import { runs } from '../../lib/testing/runs.ts';
import { builds } from '../testing/arbitraryBuilds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { KeptStarts } from './KeptStarts.ts';
import { Starts } from './Starts.ts';

it('gives the rows of all and of a name by start, the newest first', () => {
  fc.assert(
    fc.property(fc.array(builds, { maxLength: 40 }), (made) => {
      const { table, rows } = new TestStore(made);
      const starts = allParts(Starts.read({ table, families: new Int32Array(0) }));
      const started = [...rows].filter((row) => !Number.isNaN(table.started[row]));
      const times = Array.from(starts.all, (row) => Math.floor(table.started[row] ?? 0));
      expect([...starts.all].sort((a, b) => a - b)).toEqual(started);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
      for (let name = 0; name < table.texts.names.size; name += 1) {
        const own = starts.all.filter((row) => table.name[row] === name);
        expect([...starts.ofName(name)]).toEqual([...own]);
      }
    }),
    { numRuns: runs(100) },
  );
});

it('are put in order in several slices, once for each version of the list', () => {
  const store = new TestStore(Array.from({ length: 40_000 }, (_, at) => buildOf(`b${at}`)));
  const kept = new KeptStarts();
  const families = new Int32Array(0);
  let slices = 1;
  // A time that is over: each part is a slice.
  while (!kept.read(store.table, families, 0)) slices += 1;
  expect(slices).toBeGreaterThan(4);
  const starts = kept.of(store.table, families);
  expect(starts.all).toHaveLength(40_000);
  expect(kept.read(store.table, families, 0)).toBe(true);
  expect(kept.of(store.table, families)).toBe(starts);
  store.apply({ builds: [buildOf('new')], gone: [] });
  expect(kept.read(store.table, families, 0)).toBe(false);
  expect(kept.of(store.table, families).all).toHaveLength(40_001);
});
