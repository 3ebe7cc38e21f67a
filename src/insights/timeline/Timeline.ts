import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { type Concurrency, concurrency } from './concurrency.ts';
import { SpanOrders } from './SpanOrders.ts';
import {
  ALL_TIME,
  type BarsBy,
  type PickedBars,
  TimeBars,
  type TimelineFacts,
} from './TimeBars.ts';

/** What is drawn of it. */
export interface TimelineBy extends BarsBy {
  /** Rows to count at once, whatever their creation; null: all of the list. */
  readonly atOnce: Uint32Array | null;
  /** True: the bars count those rows as well. */
  readonly wide: boolean;
}

/** Builds over time. */
export interface PickedTimeline extends PickedBars {
  readonly atOnce: Concurrency;
  readonly by: TimelineBy;
}

const ALL: TimelineBy = { ...ALL_TIME, atOnce: null, wide: false };

/** When builds were created, how they ended, and how many waited and ran at once. */
export class Timeline implements Insight<TimelineFacts, PickedTimeline, TimelineBy> {
  readonly #bars = new TimeBars();
  readonly #kinds = new StatusKinds();
  #read: (ReturnType<typeof readAll> & { readonly key: string }) | null = null;

  facts(table: BuildTable, now: number): TimelineFacts {
    const key = `${table.epoch} ${table.version}`;
    if (this.#read?.key !== key || this.#read.table !== table) {
      this.#read = { key, ...readAll(table) };
    }
    return this.#bars.facts(table, now);
  }

  /** `rows` are those of the view; builds of the future count in the last bucket. */
  pick(facts: TimelineFacts, rows: Uint32Array, by = ALL): PickedTimeline {
    const { table, now } = facts;
    const all = by.atOnce ?? this.#read?.rows ?? rows;
    const bars = this.#bars.pick(facts, by.wide ? all : rows, by);
    const kinds = this.#kinds.of(table);
    const atOnce = concurrency(table, kinds, all, bars.axis, now, this.#read?.orders);
    return { ...bars, atOnce, by };
  }

  /** Nothing is dear. */
  work(): boolean {
    return true;
  }
}

function readAll(table: BuildTable) {
  const { rowCount, alive, size } = table;
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    if (alive[row] !== 1) continue;
    rows[count] = row;
    count += 1;
  }
  return { table, rows: rows.subarray(0, count), orders: new SpanOrders(table) };
}
