import { bytes, cut, grown, roomOf, words } from '../../lib/grown.ts';
import type { TextTable } from '../text/TextTable.ts';

/** Where a row is: not in the order, in it, or about to be merged into it. */
const OUT = 0;
const IN = 1;
const TAKEN = 2;

/**
 * The default order, created descending (unknown last), then id ascending. Rows that come are
 * sorted among themselves and merged in, in one pass, when the order is next asked for.
 */
export class CreatedOrder {
  #order = words(0);
  #place = bytes(0);
  #pending: number[] = [];
  #dropped = 0;

  /** How many rows wait to be merged in. */
  get waiting(): number {
    return this.#pending.length;
  }

  /** Puts a row where its time is, wherever it was. */
  put(row: number): void {
    this.#place = grown(this.#place, row + 1, bytes);
    this.drop(row);
    this.#pending.push(row);
  }

  /** Takes a row out. */
  drop(row: number): void {
    if (this.#place[row] === IN) this.#dropped += 1;
    this.#place[row] = OUT;
  }

  /** Gives back the room beyond `rows` that the places have to spare. True when there was much. */
  trim(rows: number): boolean {
    const place = this.#place;
    this.#place = cut(place, roomOf(place, rows));
    return this.#place !== place;
  }

  /**
   * The rows in order. The array is never written again. `created` holds milliseconds, NaN for
   * unknown; the id of a row has the row as its code.
   */
  settle(alive: Uint8Array, created: Float64Array, ids: TextTable): Uint32Array {
    if (this.#pending.length === 0 && this.#dropped === 0) return this.#order;
    const compare = comparison(created, ids);
    const fresh: number[] = [];
    for (const row of this.#pending) {
      if (this.#place[row] !== OUT || alive[row] !== 1) continue;
      this.#place[row] = TAKEN;
      fresh.push(row);
    }
    fresh.sort(compare);
    const old = this.#order;
    const merged = words(old.length - this.#dropped + fresh.length);
    let written = 0;
    let next = 0;
    for (let at = 0; at < old.length; at += 1) {
      const row = old[at] ?? 0;
      if (this.#place[row] !== IN) continue;
      for (let one = fresh[next]; one !== undefined && compare(one, row) < 0; one = fresh[next]) {
        merged[written++] = one;
        next += 1;
      }
      merged[written++] = row;
    }
    for (; next < fresh.length; next += 1) merged[written++] = fresh[next] ?? 0;
    for (const row of fresh) this.#place[row] = IN;
    this.#order = merged;
    this.#pending = [];
    this.#dropped = 0;
    return merged;
  }

  /** Takes an order that was kept; where it is not the order of all rows, sorts anew. */
  restore(order: Uint32Array, alive: Uint8Array, created: Float64Array, ids: TextTable): void {
    const compare = comparison(created, ids);
    const wanted = alive.reduce((sum, one) => sum + one, 0);
    const isRight =
      order.length === wanted &&
      order.every(
        (row, at) => alive[row] === 1 && (at === 0 || compare(order[at - 1] ?? 0, row) < 0),
      );
    this.#place = bytes(alive.length);
    if (isRight) {
      this.#order = new Uint32Array(order);
      for (const row of order) this.#place[row] = IN;
    } else {
      for (let row = 0; row < alive.length; row += 1) if (alive[row] === 1) this.put(row);
    }
  }
}

function comparison(created: Float64Array, ids: TextTable): (a: number, b: number) => number {
  const byId = (a: number, b: number) => (ids.at(a) < ids.at(b) ? -1 : 1);
  return (a, b) => {
    const left = created[a] ?? Number.NaN;
    const right = created[b] ?? Number.NaN;
    if (left > right) return -1;
    if (left < right) return 1;
    if (left === right) return byId(a, b);
    return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || byId(a, b);
  };
}
