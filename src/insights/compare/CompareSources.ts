import type { BuildTable } from '../../list/BuildTable.ts';

/** What is compared: the whole list, and where each row stands. */
export interface CompareSources {
  readonly table: BuildTable;
  /** By status code. */
  readonly kinds: Uint8Array;
  /** By row: its image (`ImageCodes`). */
  readonly images: Uint32Array;
  /** By row (`Sides`). */
  readonly sides: Uint8Array;
}
