import { signed } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import type { Mark } from '../../list/Marks.ts';
import { FamilyCodes } from '../FamilyCodes.ts';
import { KeptMarks } from '../KeptMarks.ts';
import { RecordsByKey } from '../RecordsByKey.ts';
import { StatusKinds } from '../StatusKinds.ts';
import type { Batch } from './Batch.ts';
import { type BatchEnd, batchEnd, roundEnd } from './batchEnd.ts';
import { type BatchProgress, batchProgress } from './batchProgress.ts';
import { findBatches } from './findBatches.ts';
import { ownerOf } from './ownerOf.ts';
import { type SlowBuild, slowestOf } from './slowestOf.ts';

/** The mark of the builds of a batch; its key is the id of any of them. */
const BATCH = 'batch';
/** Where a row is in no batch. */
const NONE = -1;

/** The pushes that the list looks like. */
export interface BatchFacts {
  readonly complete: boolean;
  /** Families that `work` is still to read. */
  readonly unreadFamilies: number;
  /** Newest first. */
  readonly batches: readonly Batch[];
  /** By row: the place of its batch in `batches`; -1: none. */
  readonly batchOf: Int32Array;
  readonly table: BuildTable;
}

/** A batch of which the filter lets some builds through. */
export interface PickedBatch {
  readonly batch: Batch;
  /** Builds that match. */
  readonly builds: number;
}

export interface PickedBatches {
  /** Newest first. */
  readonly batches: readonly PickedBatch[];
  /** Builds that match and are in a batch. */
  readonly builds: number;
}

/** How far is a push, and when is it done. What depends on the time is asked for by `progress`. */
export class Batches implements Insight<BatchFacts, PickedBatches> {
  readonly #kinds = new StatusKinds();
  readonly #families = new FamilyCodes();
  readonly #records = new RecordsByKey((table, _family, rows) =>
    findBatches(table, this.#kinds.of(table), rows),
  );
  readonly #marks = new KeptMarks();
  readonly #owners = new WeakMap<Batch, { readonly owner: string | null }>();
  #familiesRead = false;
  #kept: { readonly facts: BatchFacts; readonly key: string } | null = null;

  /** Nothing of it depends on the time. */
  facts(table: BuildTable, _now?: number): BatchFacts {
    const { size } = table.texts.names;
    const read = `${this.#familiesRead} ${size} ${this.#records.version}`;
    const key = `${table.epoch} ${table.version} ${table.complete} ${read}`;
    if (this.#kept?.key === key && this.#kept.facts.table === table) return this.#kept.facts;
    this.#familiesRead = this.#families.read(table, 0);
    if (this.#familiesRead) this.#records.follow(table, familiesOf(table, this.#families.byName));
    const batches = this.#familiesRead ? this.#records.records.flatMap((found) => found ?? []) : [];
    batches.sort((a, b) => b.firstCreated - a.firstCreated);
    const facts = {
      complete: table.complete,
      unreadFamilies: this.#familiesRead ? this.#records.pending : 1,
      batches,
      batchOf: batchesByRow(table, batches),
      table,
    };
    this.#kept = { facts, key };
    return facts;
  }

  pick({ batches, batchOf }: BatchFacts, rows: Uint32Array): PickedBatches {
    const counts = new Uint32Array(batches.length);
    let builds = 0;
    for (const row of rows) {
      const at = batchOf[row] ?? NONE;
      if (at === NONE) continue;
      counts[at] = (counts[at] ?? 0) + 1;
      builds += 1;
    }
    const picked = batches.map((batch, at) => ({ batch, builds: counts[at] ?? 0 }));
    return { batches: picked.filter((one) => one.builds > 0), builds };
  }

  work(budgetMs: number): boolean {
    const table = this.#kept?.facts.table;
    if (table === undefined) return true;
    if (!this.#familiesRead) {
      this.#familiesRead = this.#families.read(table, budgetMs);
      if (this.#familiesRead) this.#records.follow(table, familiesOf(table, this.#families.byName));
      return false;
    }
    return this.#records.work(budgetMs);
  }

  /** How far a batch is at `now`, milliseconds since the epoch. */
  progress({ table }: BatchFacts, batch: Batch, now: number): BatchProgress {
    return batchProgress(batch, table, this.#kinds.of(table), now);
  }

  /** When a draining batch ends, rounded (`batchEnd`); null where that cannot be said. */
  end({ table }: BatchFacts, batch: Batch, progress: BatchProgress, now: number): BatchEnd | null {
    const end = batchEnd(batch, progress, table, this.#kinds.of(table), now);
    return end === null ? null : roundEnd(end);
  }

  /** The place in `batches` of the batch that holds the build with this id; null: none does. */
  placeOf({ table, batchOf }: BatchFacts, id: string): number | null {
    const row = table.rowOf(id);
    const at = row === undefined ? NONE : (batchOf[row] ?? NONE);
    return at === NONE ? null : at;
  }

  /** Whose a batch is (`ownerOf`). */
  owner({ table }: BatchFacts, batch: Batch): string | null {
    const known = this.#owners.get(batch) ?? { owner: ownerOf(table, batch) };
    this.#owners.set(batch, known);
    return known.owner;
  }

  /** Its builds that took longest or have run longest (`slowestOf`). */
  slowest({ table }: BatchFacts, batch: Batch, now: number, most: number): readonly SlowBuild[] {
    return slowestOf(table, this.#kinds.of(table), batch, now, most);
  }

  /**
   * The mark `batch`: all builds of the batch that holds the build with the id `key`, as of the
   * last `facts`; none when no batch does. Null for other marks.
   */
  mark(mark: string, key: string): Mark | null {
    if (mark !== BATCH) return null;
    const facts = this.#kept?.facts;
    return this.#marks.mark(key, facts, facts?.table.rowCount ?? 0, () => {
      const at = facts === undefined ? null : this.placeOf(facts, key);
      return facts?.batches[at ?? NONE]?.rows ?? [];
    });
  }
}

function familiesOf(table: BuildTable, byName: Int32Array): Int32Array {
  const families = signed(table.rowCount);
  const { name, rowCount } = table;
  for (let row = 0; row < rowCount; row += 1) families[row] = byName[name[row] ?? 0] ?? 0;
  return families;
}

function batchesByRow({ rowCount }: BuildTable, batches: readonly Batch[]): Int32Array {
  const found = signed(rowCount).fill(NONE);
  batches.forEach(({ rows }, at) => {
    for (const row of rows) if (row < rowCount) found[row] = at;
  });
  return found;
}
