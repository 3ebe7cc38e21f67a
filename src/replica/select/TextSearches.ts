import { type Hits, TextHits } from '../text/TextHits.ts';
import type { TextMachine } from '../text/TextMachine.ts';
import type { TextPool } from '../text/TextPool.ts';

const POOLS = 6;

/** The searches of one store, kept from query to query. */
export class TextSearches {
  readonly #byPool = new WeakMap<TextPool, TextHits>();
  /** The pools searched last, as many as a search of all fields takes. */
  recent: readonly TextHits[] = [];

  /** What matches one pattern in one pool. */
  find(pool: TextPool, machine: TextMachine): Hits {
    let hits = this.#byPool.get(pool);
    if (!hits) {
      hits = new TextHits(pool);
      this.#byPool.set(pool, hits);
    }
    this.recent = [hits, ...this.recent.filter((one) => one !== hits)].slice(0, POOLS);
    return hits.of(machine);
  }
}
