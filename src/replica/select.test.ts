import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../contract/build.ts';
import { BuildStore } from './BuildStore.ts';
import { Selector } from './select.ts';
import { applyHistory, histories } from './testing/arbitraryHistories.ts';
import { queries } from './testing/arbitraryQueries.ts';
import { naiveSelect } from './testing/naive.ts';

const NOW = Date.UTC(2026, 10, 3, 12);

/** What a selector answers, with ids in place of rows. */
function answer(store: BuildStore, selector: Selector, query: Parameters<Selector['select']>[0]) {
  const { order, ...counts } = selector.select(query, NOW);
  return { ids: [...order].map((row) => store.idAt(row)), ...counts };
}

describe('Selector', () => {
  it('answers as a plain look at every build does, whatever came before', () => {
    fc.assert(
      fc.property(histories, fc.array(queries, { minLength: 1, maxLength: 4 }), (steps, asked) => {
        const store = new BuildStore();
        const selector = new Selector(store);
        const held = new Map<string, Build>();
        for (const step of steps) {
          applyHistory(store, held, [step]);
          for (const query of asked) {
            const expected = naiveSelect([...held.values()], query, NOW);
            expect(answer(store, selector, query)).toEqual(expected);
          }
        }
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
