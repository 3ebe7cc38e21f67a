import {
  type ColumnDef,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';

import type { ColumnWidth } from './columnWidths.ts';

/** What a column says about itself beyond TanStack Table's own definition. */
export interface ColumnLook extends ColumnWidth {
  /** Pixels of table width below which the column is left out; never when not given. */
  readonly dropBelow?: number;
  readonly align?: 'end';
  /** What it holds always fits its first width: its cells need no clip, which costs each frame. */
  readonly fits?: true;
  /** Its width is not for the person to change. */
  readonly fixed?: true;
  /** The header in words, where the header itself is not text. */
  readonly title: string;
}

/** The features that this table uses. Sorting is by the caller, over the whole list. */
export const features = tableFeatures({
  rowSortingFeature,
  rowExpandingFeature,
  columnMeta: {} as ColumnLook,
});

export type VirtualColumn<T extends object> = ColumnDef<typeof features, T>;
