import { grown, words } from '../lib/grown.ts';
import type { BuildTable } from '../list/BuildTable.ts';
import { PairCodes } from './PairCodes.ts';

/** Numbers for images, which are `name:tag`: codes are given out once and stay for an epoch. */
export class ImageCodes {
  #epoch = Number.NaN;
  #version = Number.NaN;
  #codes = new PairCodes();
  #images = words(0);

  /** Images seen so far. */
  get size(): number {
    return this.#codes.size;
  }

  /** The image of each row of the table, by row. Rows that are not alive may have any. */
  of(table: BuildTable): Uint32Array {
    const sameEpoch = this.#epoch === table.epoch;
    const changes = sameEpoch ? table.changesSince(this.#version) : null;
    if (!sameEpoch) {
      this.#codes = new PairCodes();
      this.#images = words(0);
    }
    this.#epoch = table.epoch;
    this.#version = table.version;
    this.#images = grown(this.#images, table.rowCount, words);
    if (changes !== null) for (const row of changes.rows) this.#look(table, row);
    // Too long ago to know what changed.
    else for (let row = 0; row < table.rowCount; row += 1) this.#look(table, row);
    return this.#images;
  }

  #look({ alive, name, tag }: BuildTable, row: number): void {
    if (!alive[row]) return;
    const nameCode = name[row] ?? 0;
    const tagCode = tag[row] ?? 0;
    if (this.#codes.is(this.#images[row] ?? 0, nameCode, tagCode)) return;
    this.#images[row] = this.#codes.codeFor(nameCode, tagCode);
  }
}
