import type { ReactNode } from 'react';

/** What insights say of one row, beside what it says itself. */
export interface RowNote {
  /** All of it as a text: while it stays the same, the row needs no drawing. */
  readonly text: string;
  /** Small marks whose words come with the pointer: slow, in a race. */
  readonly marks: ReactNode;
  /** How long it usually takes. */
  readonly usual: ReactNode;
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
 * whether it says something else, so that no cell listens for itself.
 */
export function rowNoteOf(row: number): RowNote | undefined {
  return current(row);
}
