import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { ACTIVE } from '../StatusKinds.ts';
import { ENDS, GOES_ON, SpanOrders } from './SpanOrders.ts';
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
  orders = new SpanOrders(table),
): Concurrency {
  const waiting = new Spans(axis, now);
  const running = new Spans(axis, now);
  const runs = new Uint8Array(table.rowCount);
  const { created: creations, started: starts, ended: ends, status } = table;
  for (const row of rows) {
    const created = creations[row] ?? Number.NaN;
    const started = starts[row] ?? Number.NaN;
    const active = kinds[status[row] ?? 0] === ACTIVE;
    if (active && isStalledAt(created, now)) continue;
    const end = active ? now : (ends[row] ?? Number.NaN);
    waiting.add(created, Number.isNaN(started) ? end : started);
    if (running.add(started, end)) runs[row] = active ? GOES_ON : ENDS;
  }
  const mostRunning = orders.most(runs, running);
  return { waiting: waiting.means(), running: running.means(), mostRunning };
}

/** Spans of time in the buckets of an axis: each costs the same however many it covers. */
class Spans {
  readonly from: number;
  readonly to: number;
  readonly #axis: TimeAxis;
  /** Time in the buckets that hold an end of a span. */
  readonly #parts: Float64Array;
  /** What begins and ends to cover whole buckets there. */
  readonly #covers: Int32Array;

  constructor(axis: TimeAxis, now: number) {
    this.#axis = axis;
    this.from = axis.edges[0] ?? 0;
    this.to = Math.min(axis.edges.at(-1) ?? 0, now);
    this.#parts = new Float64Array(axis.edges.length);
    this.#covers = new Int32Array(axis.edges.length + 1);
  }

  /** False for a span with an unknown side, a reversed one, and one outside of the axis. */
  add(start: number, end: number): boolean {
    const from = Math.max(start, this.from);
    const to = Math.min(end, this.to);
    if (!(to > from)) return false;
    const { edges } = this.#axis;
    const first = bucketAt(this.#axis, from);
    const last = to >= (edges.at(-1) ?? 0) ? edges.length - 2 : bucketAt(this.#axis, to);
    if (first === last) {
      this.#addPart(first, to - from);
      return true;
    }
    this.#addPart(first, (edges[first + 1] ?? 0) - from);
    this.#addPart(last, to - (edges[last] ?? 0));
    this.#covers[first + 1] = (this.#covers[first + 1] ?? 0) + 1;
    this.#covers[last] = (this.#covers[last] ?? 0) - 1;
    return true;
  }

  means(): Float64Array {
    const { edges } = this.#axis;
    let covering = 0;
    return new Float64Array(edges.length - 1).map((_, bucket) => {
      covering += this.#covers[bucket] ?? 0;
      const start = edges[bucket] ?? 0;
      const past = Math.min(edges[bucket + 1] ?? 0, this.to) - start;
      return past > 0 ? covering + (this.#parts[bucket] ?? 0) / past : 0;
    });
  }

  #addPart(bucket: number, ms: number): void {
    this.#parts[bucket] = (this.#parts[bucket] ?? 0) + ms;
  }
}
