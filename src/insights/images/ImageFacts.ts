import type { BuildTable } from '../../list/BuildTable.ts';
import type { Outcomes } from '../rates.ts';
import type { ImageColumns } from './NameColumns.ts';
import type { NameHistory } from './NameHistory.ts';

/** What is true of all image names. */
export interface ImageFacts {
  /** False: everything is "so far", and nothing is "never". */
  readonly complete: boolean;
  readonly table: BuildTable;
  /** By name code; undefined: not read yet, or no build has it. */
  readonly names: readonly (NameHistory | undefined)[];
  /** The same in columns, as far as all names are looked at together. */
  readonly columns: ImageColumns;
  /** The code of a name that was read. */
  readonly codeOf: (name: string) => number | undefined;
  /** Names that `work` is still to read: missing, or as they were before. */
  readonly unreadNames: number;
  /** By code: the place of a name from A to Z; null until `work` has put them in order. */
  readonly nameRanks: Uint32Array | null;
}

/** A name, and what of it the filter lets through. */
export interface PickedImage {
  readonly image: NameHistory;
  /** Builds that match. */
  readonly builds: number;
  /** How those that count for the rate ended. */
  readonly outcomes: Outcomes;
}
