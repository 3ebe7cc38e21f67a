import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { runs } from '../../lib/testing/runs.ts';
import { TestStore } from '../testing/TestStore.ts';
import { NameRanks } from './NameRanks.ts';

/** The names from A to Z as the ranks have them, once there is no more to do. */
function ranked(ranks: NameRanks, { table }: TestStore, budgetMs = 8): readonly string[] {
  ranks.follow(table);
  while (!ranks.work(budgetMs));
  const found: string[] = [];
  const { names } = table.texts;
  for (let code = 0; code < names.size; code += 1) {
    found[ranks.ranks?.[code] ?? -1] = names.at(code);
  }
  return found;
}

const buildsNamed = (names: readonly string[], from = 0) =>
  names.map((imageName, at) => buildOf(`b${from + at}`, { imageName }));

const isSorted = (names: readonly string[]) =>
  names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);

it('put names in order, and those that come later among them', () => {
  const some = fc.array(fc.string({ maxLength: 4 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 4 }), (steps) => {
      const store = new TestStore();
      const ranks = new NameRanks();
      for (const [at, names] of steps.entries()) {
        store.apply({ builds: buildsNamed(names, at * 100), gone: [] });
        const found = ranked(ranks, store);
        expect(found).toHaveLength(store.table.texts.names.size);
        expect(isSorted(found)).toBe(true);
      }
    }),
    { numRuns: runs(60) },
  );
});

it('put thousands in order in many slices', () => {
  const names = Array.from({ length: 5000 }, (_, at) => `image-${(at * 7919) % 5003}`);
  const store = new TestStore(buildsNamed(names));
  const ranks = new NameRanks();
  ranks.follow(store.table);
  let slices = 0;
  while (!ranks.work(0)) slices += 1;
  expect(slices).toBeGreaterThan(20);
  const found = ranked(ranks, store);
  expect(found.filter((name) => name !== '')).toEqual(names.toSorted());
});
