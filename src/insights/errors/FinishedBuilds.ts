import { floats, words } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { endOrCreation } from '../buildTimes.ts';
import { COMPLETED, FAILED } from '../StatusKinds.ts';

/** Rows that are looked at in one part. */
const PART = 16_384;

interface FinishedSources {
  readonly table: BuildTable;
  /** By status code. */
  readonly kinds: Uint8Array;
  /** By row. */
  readonly images: Uint32Array;
  readonly imageCount: number;
}

/** Builds that finished in columns: the image and the time of each. */
interface Finished {
  readonly images: Uint32Array;
  readonly times: Float64Array;
  readonly count: number;
}

/**
 * When the builds of each image finished: COMPLETED or FAILED, by their end, or by their creation
 * where the end is unknown.
 */
export class FinishedBuilds {
  /** Of a list of which nothing is asked. */
  static readonly NONE = new FinishedBuilds(
    { images: words(0), times: floats(0), count: 0 },
    floats(0),
  );

  readonly #newestCompleted: Float64Array;
  /** Of each image together; sorted once they are asked for. */
  readonly #ends: Float64Array;
  /** By image: where its ends start; one more, for the end. */
  readonly #start: Uint32Array;
  readonly #sorted: Uint8Array;

  private constructor({ images, times, count }: Finished, newestCompleted: Float64Array) {
    this.#newestCompleted = newestCompleted;
    const start = words(newestCompleted.length + 1);
    for (let at = 0; at < count; at += 1) {
      const after = (images[at] ?? 0) + 1;
      start[after] = (start[after] ?? 0) + 1;
    }
    for (let image = 1; image < start.length; image += 1) {
      start[image] = (start[image] ?? 0) + (start[image - 1] ?? 0);
    }
    const next = start.slice();
    const ends = floats(count);
    for (let at = 0; at < count; at += 1) {
      const image = images[at] ?? 0;
      ends[next[image] ?? 0] = times[at] ?? Number.NaN;
      next[image] = (next[image] ?? 0) + 1;
    }
    this.#start = start;
    this.#ends = ends;
    this.#sorted = new Uint8Array(newestCompleted.length);
  }

  /** Looks at every build of the list, in parts of a millisecond or two. */
  static *read(sources: FinishedSources): Generator<void, FinishedBuilds> {
    const { rowCount } = sources.table;
    const newest = floats(sources.imageCount).fill(Number.NEGATIVE_INFINITY);
    const images = words(rowCount);
    const times = floats(rowCount);
    let count = 0;
    for (let from = 0; from < rowCount; from += PART) {
      // Read anew for each part: arrays are replaced as the list grows.
      const { table, kinds } = sources;
      const { alive, status } = table;
      for (let row = from; row < Math.min(rowCount, from + PART); row += 1) {
        const kind = kinds[status[row] ?? 0];
        if (!alive[row] || (kind !== COMPLETED && kind !== FAILED)) continue;
        const time = endOrCreation(table, row);
        if (Number.isNaN(time)) continue;
        const image = sources.images[row] ?? 0;
        images[count] = image;
        times[count] = time;
        count += 1;
        if (kind === COMPLETED && time > (newest[image] ?? 0)) newest[image] = time;
      }
      yield;
    }
    return new FinishedBuilds({ images, times, count }, newest);
  }

  /** When the newest COMPLETED build of an image ended; minus infinity: none has. */
  newestCompleted(image: number): number {
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
    const ends = this.#ends.subarray(this.#start[image], this.#start[image + 1]);
    if (this.#sorted[image] !== 1) {
      ends.sort();
      this.#sorted[image] = 1;
    }
    return ends;
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
