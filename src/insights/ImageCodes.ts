import { bytes, grown, words } from '../lib/grown.ts';
import type { BuildTable } from '../list/BuildTable.ts';

/** Room for name and tag codes in one exact number. */
const MOST_TAGS = 2 ** 26;

/** Numbers for images, which are `name:tag`: codes are given out once and stay for an epoch. */
export class ImageCodes {
  #epoch = Number.NaN;
  #version = Number.NaN;
  #codes = new Map<number, number>();
  #known = bytes(0);
  #names = words(0);
  #tags = words(0);
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
      this.#codes = new Map();
      this.#known = bytes(0);
    }
    this.#epoch = table.epoch;
    this.#version = table.version;
    this.#known = grown(this.#known, table.rowCount, bytes);
    this.#names = grown(this.#names, table.rowCount, words);
    this.#tags = grown(this.#tags, table.rowCount, words);
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
    const same = this.#names[row] === nameCode && this.#tags[row] === tagCode;
    if (this.#known[row] === 1 && same) return;
    this.#known[row] = 1;
    this.#names[row] = nameCode;
    this.#tags[row] = tagCode;
    this.#images[row] = this.#codeFor(nameCode * MOST_TAGS + tagCode);
  }

  #codeFor(key: number): number {
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    this.#codes.set(key, code);
    return code;
  }
}
