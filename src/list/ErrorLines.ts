/**
 * The line that stands for each error text of a table, as far as they are read. A text never gets
 * another one: what has a line keeps it, and texts that came later get theirs in the next version.
 */
export interface ErrorLines {
  /** Counts up with each text that has a line. */
  readonly version: number;
  /** By code in `texts.errors`; null where it is not read yet: its first line stands for it. */
  at(code: number): string | null;
  /**
   * By code: where the line that stands for it comes in the order of them all (`compareText`),
   * below `texts.errors.size`; the same for the same line.
   */
  ranks(): Uint32Array;
}
