import type { Unreadable } from '../../contract/build.ts';
import type { PageAnswer } from '../call/pageQuery.ts';
import { BuildStore } from '../columns/BuildStore.ts';
import type { ClearedOf } from '../columns/storeSnapshots.ts';
import { PagePlaces } from '../poll/PagePlaces.ts';
import { SelectableTable } from '../select/SelectableTable.ts';
import type { Ask } from '../sweep/Ask.ts';
import { isNewestFirst, NO_ORDER, type OrderFacts, withPageOrder } from '../sweep/newestFirst.ts';
import {
  forgetRow,
  newSweep,
  renumberSweep,
  restoreRows,
  type Sweep,
  sweepReceived,
} from '../sweep/sweep.ts';
import { UnreadableRows } from './UnreadableRows.ts';

/** What an answer did. */
export interface Merged {
  readonly added: readonly number[];
  readonly changed: readonly number[];
  /** Rows of the answer, in its order. */
  readonly rows: readonly number[];
}

/**
 * The rows themselves: the store, what the sweep knows of it, where rows stand in the server's
 * list, and what could not be read. An answer is merged into all of them at once, or not at all.
 */
export class ReplicaRows {
  #store = new BuildStore();
  #table = this.#tableOf(this.#store);
  sweep: Sweep = newSweep();
  /** The server's own count, null while unknown. */
  total: number | null = null;
  /** When the newest answer was asked for, null before the first. */
  updatedAt: number | null = null;
  unreadable = new UnreadableRows();
  /** Counts the accounts that were followed by another one. */
  account = 0;
  /** Another object for each of them. */
  owner: object = {};
  #places = new PagePlaces();
  #order: OrderFacts = NO_ORDER;
  #stamp = 0;
  /** Versions of stores that are no longer: the sum never goes back. */
  #versions = 0;

  get store(): BuildStore {
    return this.#store;
  }

  get version(): number {
    return this.#versions + this.store.version;
  }

  /** The face of the store; another one after `restore` and `wipe`. */
  get table(): SelectableTable {
    return this.#table;
  }

  get newestFirst(): boolean {
    return isNewestFirst(this.#order);
  }

  /** Merges an answer. `walkNo` is the sweep's number when its call was sent. */
  merge(ask: Ask, { page, stamp, sentAt }: PageAnswer, walkNo: number): Merged {
    const { store, sweep } = this;
    const { added, changed } = store.apply(page.builds, stamp);
    const rows: number[] = [];
    const created: (number | null)[] = [];
    for (let at = 0; at < page.builds.length; at += 1) {
      const id = page.builds[at]?.id ?? '';
      const row = store.rowOf(id);
      if (row === undefined) continue;
      rows.push(row);
      created.push(store.createdAt(row));
      this.#places.note(row, ask.offset + at, page.total);
      this.#readAgain(id);
    }
    const keys = [...rows.map(rowKey), ...this.#noteUnreadable(page.unreadable)];
    this.#order = withPageOrder(this.#order, created);
    if (stamp > this.#stamp) {
      this.#stamp = stamp;
      this.updatedAt = sentAt;
      this.total = page.total ?? (page.received === 0 ? this.total : null);
    }
    const facts = { keys, received: page.received, total: page.total, limit: page.limit };
    // A call of a list that was wiped since then is of no walk of this one.
    const no = Math.min(walkNo, sweep.walkNo);
    this.drop(sweepReceived(sweep, ask, facts, no), stamp);
    return { added, changed, rows };
  }

  /** Removes what the sweep found to be gone. */
  drop(keys: readonly number[], stamp: number): void {
    if (keys.length === 0) return;
    const ids: string[] = [];
    for (const key of keys) {
      if (key % 2 === 0) ids.push(this.store.idAt(key / 2));
    }
    this.store.remove(ids, stamp);
    this.unreadable.drop(keys);
  }

  /** Where these rows are expected in the server's list now; those never placed are left out. */
  placesOf(rows: Iterable<number>): { row: number; at: number }[] {
    const places: { row: number; at: number }[] = [];
    for (const row of rows) {
      const at = this.#places.expected(row, this.total, this.newestFirst);
      if (at !== null) places.push({ row, at });
    }
    return places;
  }

  /** Takes the rows of a copy. */
  restore(store: BuildStore): void {
    this.#versions += this.store.version + 1;
    this.#hold(store);
    const keys: number[] = [];
    for (let row = 0; row < store.rowCount; row += 1)
      if (store.isAlive(row)) keys.push(rowKey(row));
    restoreRows(this.sweep, keys);
  }

  /**
   * Clears away what is gone, once there is much of it: the rows get new numbers. Only while no
   * call and no walk is under way. True when it did.
   */
  clearAway(clearedOf: ClearedOf): boolean {
    const { store, sweep } = this;
    const cleared = sweep.walk === null && store.isWasteful() ? clearedOf(store) : null;
    if (cleared === null) return false;
    const { to } = cleared;
    const alive = Array.from(to.keys()).filter((row) => store.isAlive(row));
    this.#versions += store.version + 1;
    this.#places.renumber(alive, to);
    // Keys of rows that could not be read stay.
    renumberSweep(sweep, (key) => (key % 2 === 0 ? rowKey(to[key / 2] ?? 0) : key));
    this.#hold(cleared.store);
    return true;
  }

  /** Forgets everything: it belongs to another account. */
  wipe(): void {
    this.account += 1;
    this.owner = {};
    this.#versions += this.store.version + 1;
    this.#hold(new BuildStore());
    this.sweep = newSweep();
    this.total = null;
    this.updatedAt = null;
    this.unreadable = new UnreadableRows();
    this.#places = new PagePlaces();
    this.#order = NO_ORDER;
  }

  /**
   * Does one part of what can wait: puts in order what a sort would have to, and gives back room
   * that is spare once the list is `quiet`. False when little is left.
   */
  tidyNext(quiet: boolean): boolean {
    if (this.store.settleNext()) return true;
    return quiet && (this.store.trimNext() || this.sweep.seen.trim() || this.#places.trim());
  }

  #hold(store: BuildStore): void {
    this.#store = store;
    this.#table = this.#tableOf(store);
  }

  #tableOf(store: BuildStore): SelectableTable {
    return new SelectableTable(store, () => this.sweep.verdict === 'proven');
  }

  #noteUnreadable(reports: readonly Unreadable[]): number[] {
    if (reports.length === 0) return [];
    return this.unreadable.note(reports, (id) => {
      const row = this.store.rowOf(id);
      return row === undefined ? undefined : rowKey(row);
    });
  }

  #readAgain(id: string): void {
    const key = this.unreadable.readAgain(id);
    if (key !== undefined) forgetRow(this.sweep, key);
  }
}

function rowKey(row: number): number {
  return row * 2;
}
