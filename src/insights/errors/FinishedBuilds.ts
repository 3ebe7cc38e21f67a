import { floats, words } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { COMPLETED, FAILED } from '../StatusKinds.ts';

/**
 * When the builds of each image finished: COMPLETED or FAILED, by their end, or by their creation
 * where the end is unknown. Made when first asked, for one version of a table.
 */
export class FinishedBuilds {
  readonly #table: BuildTable;
  readonly #kinds: Uint8Array;
  readonly #images: Uint32Array;
  readonly #imageCount: number;
  #newestCompleted: Float64Array | null = null;
  #ends: Float64Array | null = null;
  #start = words(0);
  #sorted = new Uint8Array(0);

  constructor(table: BuildTable, kinds: Uint8Array, images: Uint32Array, imageCount: number) {
    this.#table = table;
    this.#kinds = kinds;
    this.#images = images;
    this.#imageCount = imageCount;
  }

  /** When the newest COMPLETED build of an image ended; minus infinity: none has. */
  newestCompleted(image: number): number {
    if (this.#newestCompleted === null) {
      const newest = floats(this.#imageCount).fill(Number.NEGATIVE_INFINITY);
      this.#each((row, ofImage, time) => {
        const completed = this.#kinds[this.#table.status[row] ?? 0] === COMPLETED;
        if (completed && time > (newest[ofImage] ?? 0)) newest[ofImage] = time;
      });
      this.#newestCompleted = newest;
    }
    return this.#newestCompleted[image] ?? Number.NEGATIVE_INFINITY;
  }

  /** How many builds of an image finished after `from` and before `to`. */
  between(image: number, from: number, to: number): number {
    const ends = this.#endsOf(image);
    return Math.max(
      0,
      countWhile(ends, (end) => end < to) - countWhile(ends, (end) => end <= from),
    );
  }

  #endsOf(image: number): Float64Array {
    this.#ends ??= this.#collect();
    const ends = this.#ends.subarray(this.#start[image], this.#start[image + 1]);
    if (this.#sorted[image] !== 1) {
      ends.sort();
      this.#sorted[image] = 1;
    }
    return ends;
  }

  #collect(): Float64Array {
    const start = words(this.#imageCount + 1);
    this.#each((_, image) => {
      start[image + 1] = (start[image + 1] ?? 0) + 1;
    });
    for (let image = 1; image < start.length; image += 1) {
      start[image] = (start[image] ?? 0) + (start[image - 1] ?? 0);
    }
    const next = start.slice();
    const ends = floats(start[this.#imageCount] ?? 0);
    this.#each((_, image, time) => {
      ends[next[image] ?? 0] = time;
      next[image] = (next[image] ?? 0) + 1;
    });
    this.#start = start;
    this.#sorted = new Uint8Array(this.#imageCount);
    return ends;
  }

  #each(look: (row: number, image: number, time: number) => void): void {
    const { rowCount, alive, status, ended, created } = this.#table;
    for (let row = 0; row < rowCount; row += 1) {
      const kind = this.#kinds[status[row] ?? 0];
      if (!alive[row] || (kind !== COMPLETED && kind !== FAILED)) continue;
      const end = ended[row] ?? Number.NaN;
      const time = Number.isNaN(end) ? (created[row] ?? Number.NaN) : end;
      if (!Number.isNaN(time)) look(row, this.#images[row] ?? 0, time);
    }
  }
}

/** How many of the sorted numbers come before the first of which `before` does not hold. */
function countWhile(sorted: Float64Array, before: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(sorted[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
