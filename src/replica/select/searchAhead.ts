import type { Selector } from './Selector.ts';

/** A search that takes less is not worth a task of its own. Milliseconds. */
const QUICK_MS = 6;

type Searcher = Pick<Selector, 'isPrepared' | 'prepare'>;

/**
 * Searches ahead of a selection, and learns from each search how long the next one may take: a text
 * that goes on from one that was searched takes no longer.
 */
export function searchAhead(selector: Searcher, clock = () => performance.now()): Searcher {
  // The first one is not known to be quick.
  let lastMs = QUICK_MS;
  return {
    isPrepared: (clauses) => selector.isPrepared(clauses, lastMs < QUICK_MS),
    prepare: (clauses, now) => {
      if (selector.isPrepared(clauses)) return;
      const began = clock();
      selector.prepare(clauses, now);
      lastMs = clock() - began;
    },
  };
}
