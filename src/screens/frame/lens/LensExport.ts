import type { ReactNode } from 'react';
import type { TableRows } from '../../../table/place/TableRows.ts';

/** What a cell says outside of the page. Null, NaN and the empty text: nothing is known. */
export type PlainValue = string | number | null | readonly string[];

/**
 * How a cell is written. `text`: the API's own; `words`: ours; `count`: a number; `time`:
 * milliseconds since the epoch, with its zone everywhere; `span`: milliseconds, in CSV and JSON
 * as seconds; `list`: texts of the API.
 */
export type PlainKind = 'text' | 'words' | 'count' | 'time' | 'span' | 'list';

/** A column of a lens's table as files and paper have it. */
export interface PlainColumn<Row> {
  /** Its heading for eyes, in Markdown and on paper: `First seen`. Null: not there. */
  readonly title: string | null;
  /** Its name for machines, in CSV and JSON: `first_seen`, `median_seconds`. Null: not there. */
  readonly field: string | null;
  readonly kind: PlainKind;
  readonly value: (row: Row) => PlainValue;
}

/** All that is needed to export and to print the table of a lens. */
export interface LensExport<Row extends object> {
  /** What a row is: `['cause', 'causes']`. */
  readonly noun: readonly [one: string, many: string];
  /** What stands above the table, for eyes: `13 causes of 312 failed artifacts`. */
  readonly said: string;
  readonly columns: readonly PlainColumn<Row>[];
  /** The rows as they are shown: filtered, in their order. Read later, so never changed. */
  readonly rows: Pick<TableRows<Row>, 'count' | 'at'>;
  /** False: the list is not whole, and all of it is "so far". */
  readonly complete: boolean;
  /** What is drawn above the table on paper. */
  readonly picture?: ReactNode;
}

/** The table of a lens, whatever its rows are. */
export interface LensTable
  extends Pick<LensExport<object>, 'noun' | 'said' | 'complete' | 'picture'>,
    Pick<TableRows<object>, 'count'> {
  readonly columns: readonly Omit<PlainColumn<never>, 'value'>[];
  /** The cells of a row, in the order of the columns. */
  readonly cellsAt: (position: number) => readonly PlainValue[];
}

/** The table as one who does not know its rows can read it. */
export function lensTableOf<Row extends object>(exported: LensExport<Row>): LensTable {
  const { noun, said, columns, rows, complete, picture } = exported;
  return {
    noun,
    said,
    complete,
    picture,
    columns,
    count: rows.count,
    cellsAt: (position) => {
      const row = rows.at(position);
      return columns.map(({ value }) => value(row));
    },
  };
}
