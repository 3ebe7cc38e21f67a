import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { ACTIVE } from '../StatusKinds.ts';
import { bucketAt, type TimeAxis } from './TimeAxis.ts';

/** How many builds waited and ran at once. What was seen, never a capacity. */
export interface Concurrency {
  /** The mean in each bucket, over the part of it that is past. */
  readonly waiting: Float64Array;
  readonly running: Float64Array;
  /** The most that ran at one time within the axis. */
  readonly mostRunning: number;
}

/**
 * Waiting is from creation to start (never started: to the end); running from start to end. Active
 * builds go on until `now`; stalled ones are in neither. Builds count whatever their creation, with
 * the part of their time that the axis holds.
 */
export function concurrency(
  table: BuildTable,
  kinds: Uint8Array,
  rows: Uint32Array,
  axis: TimeAxis,
  now: number,
): Concurrency {
  const waiting = new Spans(axis, now);
  const running = new Spans(axis, now);
  for (const row of rows) {
    const created = table.created[row] ?? Number.NaN;
    const started = table.started[row] ?? Number.NaN;
    const active = kinds[table.status[row] ?? 0] === ACTIVE;
    if (active && isStalledAt(created, now)) continue;
    const end = active ? now : (table.ended[row] ?? Number.NaN);
    waiting.add(created, Number.isNaN(started) ? end : started);
    running.add(started, end);
  }
  return { waiting: waiting.means(), running: running.means(), mostRunning: running.most() };
}

/** Spans of time in the buckets of an axis: each costs the same however many it covers. */
class Spans {
  readonly #axis: TimeAxis;
  readonly #from: number;
  readonly #to: number;
  /** Time in the buckets that hold an end of a span. */
  readonly #parts: Float64Array;
  /** What begins and ends to cover whole buckets there. */
  readonly #covers: Int32Array;
  readonly #begins: number[] = [];
  readonly #ends: number[] = [];

  constructor(axis: TimeAxis, now: number) {
    this.#axis = axis;
    this.#from = axis.edges[0] ?? 0;
    this.#to = Math.min(axis.edges.at(-1) ?? 0, now);
    this.#parts = new Float64Array(axis.edges.length);
    this.#covers = new Int32Array(axis.edges.length + 1);
  }

  /** Does nothing for a span with an unknown side, a reversed one, and one outside of the axis. */
  add(start: number, end: number): void {
    const from = Math.max(start, this.#from);
    const to = Math.min(end, this.#to);
    if (!(to > from)) return;
    this.#begins.push(from);
    this.#ends.push(to);
    const { edges } = this.#axis;
    const first = bucketAt(this.#axis, from);
    const last = to >= (edges.at(-1) ?? 0) ? edges.length - 2 : bucketAt(this.#axis, to);
    if (first === last) {
      this.#addPart(first, to - from);
      return;
    }
    this.#addPart(first, (edges[first + 1] ?? 0) - from);
    this.#addPart(last, to - (edges[last] ?? 0));
    this.#covers[first + 1] = (this.#covers[first + 1] ?? 0) + 1;
    this.#covers[last] = (this.#covers[last] ?? 0) - 1;
  }

  means(): Float64Array {
    const { edges } = this.#axis;
    let covering = 0;
    return new Float64Array(edges.length - 1).map((_, bucket) => {
      covering += this.#covers[bucket] ?? 0;
      const start = edges[bucket] ?? 0;
      const past = Math.min(edges[bucket + 1] ?? 0, this.#to) - start;
      return past > 0 ? covering + (this.#parts[bucket] ?? 0) / past : 0;
    });
  }

  /** At one time an end comes before a beginning. */
  most(): number {
    const begins = Float64Array.from(this.#begins).sort();
    const ends = Float64Array.from(this.#ends).sort();
    let ended = 0;
    let most = 0;
    for (let begun = 0; begun < begins.length; begun += 1) {
      while (ended < ends.length && (ends[ended] ?? 0) <= (begins[begun] ?? 0)) ended += 1;
      most = Math.max(most, begun + 1 - ended);
    }
    return most;
  }

  #addPart(bucket: number, ms: number): void {
    this.#parts[bucket] = (this.#parts[bucket] ?? 0) + ms;
  }
}
