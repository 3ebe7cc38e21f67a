import { grown, signed } from '../lib/grown.ts';
import type { BuildTable } from '../list/BuildTable.ts';
import { familyOf } from './familyOf.ts';

/** Names are read in turns of so many between two looks at the clock. */
const TURN = 64;

/** The family of each name of a list, by codes that are given out once and stay for an epoch. */
export class FamilyCodes {
  #epoch = Number.NaN;
  #codes = new Map<string, number>();
  #byName = signed(0);
  #done = 0;

  /** Goes on for at most `budgetMs` milliseconds; true when all names of the table are read. */
  read(table: BuildTable, budgetMs: number): boolean {
    if (this.#epoch !== table.epoch) {
      this.#epoch = table.epoch;
      this.#codes = new Map();
      this.#done = 0;
    }
    const { names } = table.texts;
    this.#byName = grown(this.#byName, names.size, signed);
    const end = performance.now() + budgetMs;
    while (this.#done < names.size) {
      const family = familyOf(names.at(this.#done));
      const code = this.#codes.get(family) ?? this.#codes.size;
      this.#codes.set(family, code);
      this.#byName[this.#done] = code;
      this.#done += 1;
      if (this.#done % TURN === 0 && performance.now() >= end) break;
    }
    return this.#done === names.size;
  }

  /** By name code, for the names read so far. */
  get byName(): Int32Array {
    return this.#byName;
  }
}
