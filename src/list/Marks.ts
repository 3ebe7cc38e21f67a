/** Which rows an insight has marked, for clauses that the replica knows nothing of. */
export interface Mark {
  /** By row: 1 when the row is marked. Shorter than the rows: the rest is not. */
  readonly bits: Uint8Array;
  /** Another one whenever the bits differ. */
  readonly version: number;
  /** The bits depend on the time as well. */
  readonly movesWithTime: boolean;
}

/** The rows of a mark such as `cause` and its key; null when nothing knows this mark. */
export type Marks = (mark: string, key: string) => Mark | null;

/** Knows no mark. */
export const NO_MARKS: Marks = () => null;
