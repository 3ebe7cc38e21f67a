/**
 * The failed artifacts of a list in columns, each a failure. A FAILED build without a FAILED
 * artifact is its own. Made anew for each version of a table and never changed.
 */
export interface Failures {
  readonly count: number;
  /** By failure: the build's row. */
  readonly row: Uint32Array;
  /** The image (`ImageCodes`). */
  readonly image: Uint32Array;
  /** Code in `texts.errors` + 1; 0: none. */
  readonly text: Uint32Array;
  /** Code in `texts.types` + 1; 0: the build itself failed. */
  readonly type: Uint32Array;
  /** Number of the cause (`ErrorReader`); -1 while the text is not read. */
  readonly cause: Int32Array;
  /** Number of the subject; -1: none. */
  readonly subject: Int32Array;
  /** When it was seen: its end, else its creation, else those of the build; NaN: unknown. */
  readonly time: Float64Array;
  /** Texts on artifacts that COMPLETED: warnings, in no group. */
  readonly warnings: number;
}
