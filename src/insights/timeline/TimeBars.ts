import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { type BucketCounts, countBuckets } from './countBuckets.ts';
import { bucketAt, MOST_BUCKETS, type TimeAxis, timeAxis } from './TimeAxis.ts';

/** What a timeline needs to know of the whole list. */
export interface TimelineFacts {
  readonly complete: boolean;
  /** The first creation. Milliseconds since the epoch; NaN: none is known. */
  readonly first: number;
  readonly table: BuildTable;
  /** As of when. Milliseconds since the epoch. */
  readonly now: number;
}

/** What is drawn of it. */
export interface BarsBy {
  /** The view's time of creation, `from <= t < to`; null: open. Milliseconds since the epoch. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whose days the buckets are. */
  readonly zone: string;
  readonly mostBuckets: number;
}

/** Builds over time by their creation. */
export interface PickedBars {
  readonly axis: TimeAxis;
  readonly counts: BucketCounts;
  /** The bucket that is not over yet, the last one; -1: all are over. */
  readonly open: number;
}

export const ALL_TIME: BarsBy = { from: null, to: null, zone: 'UTC', mostBuckets: MOST_BUCKETS };

/** When builds were created and how they ended: so little work that it is done with each key. */
export class TimeBars implements Insight<TimelineFacts, PickedBars, BarsBy> {
  readonly #kinds = new StatusKinds();
  #read = { key: '', first: Number.NaN };
  #facts: TimelineFacts | null = null;
  #axis: TimeAxis | null = null;

  facts(table: BuildTable, now: number): TimelineFacts {
    const before = this.#facts;
    const key = `${table.epoch} ${table.version}`;
    const same = this.#read.key === key && before?.table === table;
    if (same && before.now === now && before.complete === table.complete) return before;
    if (!same) this.#read = { key, first: firstOf(table) };
    const { first } = this.#read;
    this.#facts = { complete: table.complete, first, table, now };
    return this.#facts;
  }

  /** `rows` are those of the view; builds of the future count in the last bucket. */
  pick(facts: TimelineFacts, rows: Uint32Array, by = ALL_TIME): PickedBars {
    const { table, now } = facts;
    const axis = this.#sameAxis(axisOf(facts, by));
    const counts = countBuckets(table, this.#kinds.of(table), rows, axis);
    return { axis, counts, open: bucketAt(axis, now) };
  }

  /** Nothing is dear. */
  work(): boolean {
    return true;
  }

  /** The same object while its edges are, so that what is written of them may stay. */
  #sameAxis(axis: TimeAxis): TimeAxis {
    const before = this.#axis;
    const same =
      before !== null &&
      before.zone === axis.zone &&
      before.step === axis.step &&
      before.edges.length === axis.edges.length &&
      before.edges[0] === axis.edges[0];
    if (!same) this.#axis = axis;
    return same ? before : axis;
  }
}

/**
 * From the view's first time of creation, or the list's, to its last, or to now: what a range holds
 * of the future is not drawn.
 */
function axisOf({ first, now }: TimelineFacts, { from, to, zone, mostBuckets }: BarsBy) {
  const last = to === null ? now : Math.min(to - 1, Math.max(now, from ?? now));
  const begin = from ?? (Number.isNaN(first) ? last : Math.min(first, last));
  return timeAxis(begin, Math.max(begin, last), zone, mostBuckets);
}

function firstOf({ rowCount, alive, created }: BuildTable): number {
  let first = Number.NaN;
  for (let row = 0; row < rowCount; row += 1) {
    const at = created[row] ?? Number.NaN;
    if (alive[row] === 1 && !(at >= first) && !Number.isNaN(at)) first = at;
  }
  return first;
}
