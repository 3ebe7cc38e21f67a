/** What insights say of one row, beside what it says itself; empty texts where they say nothing. */
export interface RowNote {
  /** `usually 4 to 7 min` */
  readonly usual: string;
  /** `longer than usual` */
  readonly long: string;
  /** `may hold the older build ...` */
  readonly race: string;
}

/** Of the rows that there are notes of, by row number. */
export type RowNotes = (row: number) => RowNote | undefined;

const none: RowNotes = () => undefined;
let current: RowNotes = none;

/** Gives what insights say of rows to those that draw them; null once the list goes. */
export function giveRowNotes(notes: RowNotes | null): void {
  current = notes ?? none;
}

/**
 * What insights say of a row as of now. Read while a row is drawn: its clock looks once a second
 * whether it says something else (`noteText`), so that no cell listens for itself.
 */
export function rowNoteOf(row: number): RowNote | undefined {
  return current(row);
}

/** The note of a row as one text: while it stays the same, the row needs no drawing. */
export function noteText(row: number): string {
  const note = current(row);
  return note === undefined ? '' : `${note.usual},${note.long},${note.race}`;
}
