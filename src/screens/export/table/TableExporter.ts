import type { LensTable, PlainValue } from '../../frame/lens/LensExport.ts';

/** What a table is of, as a text can say it. */
export interface TableAbout {
  /** When the person asked, milliseconds since the epoch. */
  readonly now: number;
  /** In a sentence: `Errors: status is failed.` */
  readonly view: string;
  /** The address that shows it. */
  readonly link: string;
}

/** Turns the rows of a lens into text a piece at a time, so that no table stands as one string. */
export interface TableExporter {
  /** What rows become, as a person says it: `CSV`. */
  readonly called: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Stands before the text in a file, never on the clipboard. */
  readonly fileMark?: string;
  /** The text in pieces, at least one for each row. `rows`: cells in the order of the columns. */
  readonly pieces: (
    rows: Iterable<readonly PlainValue[]>,
    table: Pick<LensTable, 'noun' | 'said' | 'columns' | 'complete'>,
    about: TableAbout,
  ) => Iterable<string>;
}
