import { isActive, knownStatus } from '../contract/status.ts';
import type { BuildTable } from '../list/BuildTable.ts';

/** What a status means to insights. An unknown word is none of the others: grey, in no rate. */
export const UNKNOWN = 0;
export const ACTIVE = 1;
export const COMPLETED = 2;
export const FAILED = 3;
export const CANCELLED = 4;

/** The kind of each status code of a table, kept while codes are only added. */
export class StatusKinds {
  #epoch = Number.NaN;
  #kinds = new Uint8Array(0);

  /** By status code. */
  of(table: BuildTable): Uint8Array {
    const { size } = table.texts.statuses;
    if (this.#epoch === table.epoch && this.#kinds.length === size) return this.#kinds;
    this.#epoch = table.epoch;
    this.#kinds = Uint8Array.from({ length: size }, (_, code) =>
      kindOf(table.texts.statuses.at(code)),
    );
    return this.#kinds;
  }
}

/** In any case, as a filter finds it and a badge shows it (`knownStatus`). */
function kindOf(word: string): number {
  switch (knownStatus(word)) {
    case 'COMPLETED':
      return COMPLETED;
    case 'FAILED':
      return FAILED;
    case 'CANCELLED':
      return CANCELLED;
    default:
      return isActive(word) ? ACTIVE : UNKNOWN;
  }
}
