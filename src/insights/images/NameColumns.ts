import { floats, grown, words } from '../../lib/grown.ts';
import type { Numbers } from '../../list/BuildTable.ts';
import { goodPathsOf } from './goodPaths.ts';
import type { NameHistory } from './NameHistory.ts';

/** What many names at a time are counted and put in order by; by name code. */
export interface ImageColumns {
  /** NaN: not broken, or since when is not known. Milliseconds since the epoch. */
  readonly brokenSince: Numbers;
  /** NaN: too few builds for one. Milliseconds. */
  readonly median: Numbers;
  /** Of the whole list. */
  readonly completed: Numbers;
  readonly failed: Numbers;
  /** Last good paths, each once. */
  readonly paths: Numbers;
}

/** Of each name what is asked of all names at a time: 100,000 objects are slow to look at. */
export class NameColumns {
  #brokenSince = floats(0);
  #median = floats(0);
  #completed = words(0);
  #failed = words(0);
  #paths = words(0);
  /** Until a name is read anew. */
  #copy: ImageColumns | null = null;

  set(name: NameHistory): void {
    const { code } = name;
    this.#copy = null;
    this.#grow(code + 1);
    this.#brokenSince[code] = name.brokenSince ?? Number.NaN;
    this.#median[code] = name.durations.spread.median ?? Number.NaN;
    this.#completed[code] = name.outcomes.completed;
    this.#failed[code] = name.outcomes.failed;
    this.#paths[code] = goodPathsOf(name).length;
  }

  /** As they are now, never changed; of names that were never read they say nothing. */
  copy(): ImageColumns {
    this.#copy ??= {
      brokenSince: this.#brokenSince.slice(),
      median: this.#median.slice(),
      completed: this.#completed.slice(),
      failed: this.#failed.slice(),
      paths: this.#paths.slice(),
    };
    return this.#copy;
  }

  #grow(length: number): void {
    this.#brokenSince = grown(this.#brokenSince, length, floats);
    this.#median = grown(this.#median, length, floats);
    this.#completed = grown(this.#completed, length, words);
    this.#failed = grown(this.#failed, length, words);
    this.#paths = grown(this.#paths, length, words);
  }
}
