import type { Build } from '../../contract/build.ts';
import { bytes, cut, floats, grown, roomOf } from '../../lib/grown.ts';
import type { RowChanges } from '../../list/BuildTable.ts';
import { ActiveRows, withoutStalled } from './ActiveRows.ts';
import { BuildColumns } from './BuildColumns.ts';
import { ChangeLog } from './ChangeLog.ts';
import { CreatedOrder } from './CreatedOrder.ts';
import type { Restored } from './readSnapshot.ts';
import { trimNext } from './trimNext.ts';
import { Wear } from './Wear.ts';

/** What an answer did to the store: row numbers. */
export interface Applied {
  /** Builds that were not in the store before, or had been removed. */
  readonly added: number[];
  /** Builds whose content differs from before. */
  readonly changed: number[];
}

/** Epochs of all stores of a page: no two have the same. */
let epochs = 0;

/** From here on, waiting rows are put in order without waiting for a query. */
const MOST_WAITING = 2000;

/**
 * Every build of the list, by id, in columns. A row number stays with its build for good.
 * Stamps order the requests: a number that grows with the start of each. Times are in ms.
 */
export class BuildStore {
  #columns = new BuildColumns();
  #byCreated = new CreatedOrder();
  #alive = bytes(0);
  #stamps = floats(0);
  #size = 0;
  #version = 0;
  readonly #wear = new Wear();
  #log = new ChangeLog(0);
  /** No other store has the same. */
  readonly epoch = ++epochs;
  readonly #active = new ActiveRows();

  /** Builds in the store. */
  get size(): number {
    return this.#size;
  }

  /** Counts up with each change. */
  get version(): number {
    return this.#version;
  }

  /** One more than the highest row number given out. */
  get rowCount(): number {
    return this.#columns.rows;
  }

  /** The columns themselves, to read only. */
  get columns(): BuildColumns {
    return this.#columns;
  }

  /** 1 for each row that is in the store. */
  get alive(): Uint8Array {
    return this.#alive;
  }

  /** The row of a build in the store. */
  rowOf(id: string): number | undefined {
    const row = this.#columns.ids.find(id);
    return this.isAlive(row) ? row : undefined;
  }

  has(id: string): boolean {
    return this.rowOf(id) !== undefined;
  }

  /** False once the build was removed. */
  isAlive(row: number): boolean {
    return this.#alive[row] === 1;
  }

  idAt(row: number): string {
    return this.#columns.ids.at(row);
  }

  statusAt(row: number): string {
    return this.#columns.statuses.at(this.#columns.status[row] ?? 0);
  }

  /** Null when unknown. */
  createdAt(row: number): number | null {
    const ms = this.#columns.created.ms[row] ?? Number.NaN;
    return Number.isNaN(ms) ? null : ms;
  }

  /**
   * The build as it was applied, text for text; a removed one as it was last.
   *
   * @throws RangeError when there is no such row.
   */
  build(row: number): Build {
    if (!(row >= 0 && row < this.rowCount)) throw new RangeError(`no row ${row}`);
    return this.#columns.read(row);
  }

  /**
   * Merges an answer whose request started at `stamp`. For an id that was last applied or
   * removed with a later stamp, the answer is ignored.
   */
  apply(builds: readonly Build[], stamp: number): Applied {
    const added = new Set<number>();
    const changed = new Set<number>();
    for (const build of builds) {
      const row = this.#rowFor(build.id);
      if (stamp < (this.#stamps[row] ?? 0)) continue;
      this.#stamps[row] = stamp;
      const isNew = this.#alive[row] !== 1;
      if (!isNew && this.#columns.is(row, build)) continue;
      const createdBefore = this.#columns.created.ms[row];
      this.#columns.write(row, build);
      if (isNew) {
        this.#alive[row] = 1;
        this.#size += 1;
        added.add(row);
      } else {
        this.#wear.begin();
        if (!added.has(row)) changed.add(row);
      }
      if (isNew || !Object.is(createdBefore, this.#columns.created.ms[row])) {
        this.#byCreated.put(row);
      }
    }
    if (added.size + changed.size > 0) this.#note([...added, ...changed]);
    return { added: [...added], changed: [...changed] };
  }

  /**
   * Removes builds that a request started at `stamp` showed to be gone; ids last applied with a
   * later stamp stay. Also of an id never seen, older answers are ignored from then on. Returns
   * the rows that went.
   */
  remove(ids: Iterable<string>, stamp: number): number[] {
    const gone: number[] = [];
    for (const id of ids) {
      const row = this.#rowFor(id);
      if (stamp < (this.#stamps[row] ?? 0)) continue;
      this.#stamps[row] = stamp;
      if (this.#alive[row] !== 1) continue;
      this.#alive[row] = 0;
      this.#wear.begin();
      this.#size -= 1;
      this.#byCreated.drop(row);
      gone.push(row);
    }
    if (gone.length > 0) this.#note(gone);
    return gone;
  }

  #note(rows: readonly number[]): void {
    this.#version += 1;
    this.#log.add(this.#version, rows);
  }

  /** The rows that came, changed or went after a version; null when that is too long ago. */
  changesSince(version: number): RowChanges | null {
    const rows = this.#log.since(version);
    return rows && { rows };
  }

  #rowFor(id: string): number {
    const known = this.rowCount;
    const row = this.#columns.rowFor(id);
    if (row === known) {
      this.#alive = grown(this.#alive, row + 1, bytes);
      this.#stamps = grown(this.#stamps, row + 1, floats);
      this.#stamps[row] = Number.NEGATIVE_INFINITY;
    }
    return row;
  }

  /** The rows in the store: created descending, unknown last, then id. Never written again. */
  defaultOrder(): Uint32Array {
    const { created, ids } = this.#columns;
    return this.#byCreated.settle(this.#alive, created.ms, ids);
  }

  /** Does one part of what a sort or a search would have to do first; false when little is left. */
  settleNext(): boolean {
    if (this.#byCreated.waiting < MOST_WAITING) return this.#columns.settleNext();
    this.defaultOrder();
    return true;
  }

  /**
   * Gives back one part of the room that what is known of rows has to spare; false when little is
   * left. While a list is still coming, it would soon be needed again.
   */
  trimNext(): boolean {
    const { rowCount } = this;
    const stamps = this.#stamps;
    this.#alive = cut(this.#alive, roomOf(this.#alive, rowCount));
    this.#stamps = cut(stamps, roomOf(stamps, rowCount));
    if (this.#stamps !== stamps || this.#byCreated.trim(rowCount)) return true;
    return trimNext(this.#columns);
  }

  /** True when an active build is in the store, stalled or not. */
  get hasActive(): boolean {
    return this.#activeNow().length > 0;
  }

  /** The active builds that are not stalled, and how many are stalled. */
  activeRows(now: number): { active: Uint32Array; stalled: number } {
    return withoutStalled(this.#activeNow(), this.#columns.created.ms, now);
  }

  #activeNow(): readonly number[] {
    return this.#active.all(this.#columns, this.#alive, this.#version);
  }

  /** True when what is gone takes up much room beside what is there. */
  isWasteful(): boolean {
    return this.#wear.isMuch(this.#columns, this.#alive, this.#size);
  }

  /**
   * The store of what a snapshot brought back. Stamps start anew: any answer is newer than what a
   * snapshot holds.
   */
  static of({ columns, alive, order }: Restored): BuildStore {
    const store = new BuildStore();
    store.#columns = columns;
    store.#alive = alive;
    store.#byCreated = order;
    store.#stamps = floats(columns.rows).fill(Number.NEGATIVE_INFINITY);
    store.#size = columns.rows;
    store.#version = 1;
    store.#log = new ChangeLog(1);
    return store;
  }
}
