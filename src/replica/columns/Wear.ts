import type { BuildColumns } from './BuildColumns.ts';
import { liveLength, livePartsOf } from './liveParts.ts';

/** Rows of builds that are gone, and UTF-16 units of texts, that are worth no clearing away. */
const LEAST_GONE = 256;
const LEAST_LENGTH = 500_000;

/** How much of a store is of what is gone. */
export class Wear {
  /** How long the texts in use were when they were last measured. */
  #liveLength = 0;
  #begun = false;

  /** Something was changed or removed: from here on not all texts are in use. */
  begin(): void {
    this.#begun = true;
  }

  /** True when what is gone takes up much room beside the `size` builds that are there. */
  isMuch(columns: BuildColumns, alive: Uint8Array, size: number): boolean {
    const gone = columns.rows - size;
    if (gone > LEAST_GONE && gone * 2 > size) return true;
    if (!this.#begun) this.#liveLength = columns.textLength;
    const isLong = () => columns.textLength > 2 * this.#liveLength + LEAST_LENGTH;
    if (isLong()) this.#liveLength = liveLength(columns, livePartsOf(columns, alive));
    return isLong();
  }
}
