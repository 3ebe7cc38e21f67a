import type { BuildTable, Numbers } from '../../list/BuildTable.ts';

/** What is compared: the whole list, and where each row stands. */
export interface CompareSources {
  readonly table: BuildTable;
  /** By status code. */
  readonly kinds: Uint8Array;
  /** By row: its image (`ImageCodes`), or its name, where tags say nothing. */
  readonly images: Numbers;
  /** By row (`Sides`). */
  readonly sides: Uint8Array;
}
