import type { ReactNode } from 'react';
import type { ColumnWidth } from './columnWidths.ts';

/** What a cell may depend on beyond its record. */
export interface RowState {
  /** Milliseconds since the epoch, whole seconds. */
  readonly now: number;
  readonly opened: boolean;
  readonly selected: boolean;
}

/** A key of the order that the rows stand in. */
export interface SortMark {
  readonly column: string;
  readonly descending: boolean;
}

export interface TableColumn<T extends object> extends Omit<ColumnWidth, 'need'> {
  readonly id: string;
  /** The header in words, shown where the header draws nothing else. */
  readonly title: string;
  readonly header?: () => ReactNode;
  /** Pixels, at the usual size of text, that what it says of a record needs. */
  readonly needs?: (record: T) => number;
  /** Its header sorts. Sorting is by the caller, over the whole list. */
  readonly sorts?: true;
  /** Pixels of table width, at the usual size of text, below which the column is left out; never when not given. */
  readonly dropBelow?: number;
  readonly align?: 'end';
  /** What it holds always fits its first width: its cells need no clip, which costs each frame. */
  readonly fits?: true;
  /** Its width is not for the person to change. */
  readonly fixed?: true;
  /**
   * What a cell shows. It is called as the row is drawn and is not mounted as a component: a
   * column that is made anew, because a callback in it changed, would else take its elements off
   * the page, and with them the focus and a click that is under way. So it calls no hooks.
   */
  readonly cell: (record: T, state: RowState) => ReactNode;
}

/** What the header of a column needs to know of it. */
export type HeaderColumn = Pick<
  TableColumn<object>,
  'id' | 'title' | 'header' | 'sorts' | 'align' | 'fixed'
>;
