import type { BuildTable } from '../../list/BuildTable.ts';
import type { Outcomes } from '../rates.ts';
import type { NameHistory } from './NameHistory.ts';

/** What is true of all image names. */
export interface ImageFacts {
  /** False: everything is "so far", and nothing is "never". */
  readonly complete: boolean;
  readonly table: BuildTable;
  /** By name code; undefined: not read yet, or no build has it. */
  readonly names: readonly (NameHistory | undefined)[];
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

export interface PickedImages {
  /** In the order in which the rows first name them. */
  readonly images: readonly PickedImage[];
  /** Builds that match: those of all images, and `unread`. */
  readonly builds: number;
  /** Builds that match, of names that are not read yet. */
  readonly unread: number;
}
