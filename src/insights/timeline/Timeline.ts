import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { type Concurrency, concurrency } from './concurrency.ts';
import { type BucketCounts, countBuckets } from './countBuckets.ts';
import { SpanOrders } from './SpanOrders.ts';
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
export interface TimelineBy {
  /** The view's time of creation, `from <= t < to`; null: open. Milliseconds since the epoch. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whose days the buckets are. */
  readonly zone: string;
  readonly mostBuckets: number;
  /** Rows to count at once, whatever their creation; null: all of the list. */
  readonly atOnce: Uint32Array | null;
  /** True: the bars count those rows as well. */
  readonly wide: boolean;
}

/** Builds over time. */
export interface PickedTimeline {
  readonly axis: TimeAxis;
  readonly counts: BucketCounts;
  readonly atOnce: Concurrency;
  /** The bucket that is not over yet, the last one; -1: all are over. */
  readonly open: number;
  readonly by: TimelineBy;
}

const ALL_TIME: TimelineBy = {
  from: null,
  to: null,
  zone: 'UTC',
  mostBuckets: MOST_BUCKETS,
  atOnce: null,
  wide: false,
};

/** When builds were created, how they ended, and how many waited and ran at once. */
export class Timeline implements Insight<TimelineFacts, PickedTimeline, TimelineBy> {
  readonly #kinds = new StatusKinds();
  #read: (ReturnType<typeof readAll> & { readonly key: string }) | null = null;
  #facts: TimelineFacts | null = null;
  #axis: TimeAxis | null = null;

  facts(table: BuildTable, now: number): TimelineFacts {
    const before = this.#facts;
    const key = `${table.epoch} ${table.version}`;
    const same = this.#read?.key === key && before?.table === table;
    if (same && before.now === now && before.complete === table.complete) return before;
    if (!same) this.#read = { key, ...readAll(table) };
    const first = this.#read?.first ?? Number.NaN;
    this.#facts = { complete: table.complete, first, table, now };
    return this.#facts;
  }

  /** `rows` are those of the view; builds of the future count in the last bucket. */
  pick(facts: TimelineFacts, rows: Uint32Array, by = ALL_TIME): PickedTimeline {
    const { table, now } = facts;
    const kinds = this.#kinds.of(table);
    const axis = this.#sameAxis(axisOf(facts, by));
    const all = by.atOnce ?? this.#read?.rows ?? rows;
    return {
      axis,
      counts: countBuckets(table, kinds, by.wide ? all : rows, axis),
      atOnce: concurrency(table, kinds, all, axis, now, this.#read?.orders),
      open: bucketAt(axis, now),
      by,
    };
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
function axisOf({ first, now }: TimelineFacts, { from, to, zone, mostBuckets }: TimelineBy) {
  const last = to === null ? now : Math.min(to - 1, Math.max(now, from ?? now));
  const begin = from ?? (Number.isNaN(first) ? last : Math.min(first, last));
  return timeAxis(begin, Math.max(begin, last), zone, mostBuckets);
}

function readAll(table: BuildTable) {
  const { rowCount, alive, created, size } = table;
  const rows = new Uint32Array(size);
  let count = 0;
  let first = Number.NaN;
  for (let row = 0; row < rowCount; row += 1) {
    if (alive[row] !== 1) continue;
    rows[count] = row;
    count += 1;
    const at = created[row] ?? Number.NaN;
    if (!(at >= first) && !Number.isNaN(at)) first = at;
  }
  return { first, rows: rows.subarray(0, count), orders: new SpanOrders(table) };
}
