import type { KeyboardEvent, ReactNode, Ref } from 'react';
import type { RowState, SortMark, TableColumn } from './columns/TableColumn.ts';
import type { TableRows } from './place/TableRows.ts';
import type { OnReading } from './place/useReader.ts';
import type { VirtualTableHandle } from './useTableHandle.ts';

export interface VirtualTableProps<T extends object> {
  readonly label: string;
  readonly rows: TableRows<T>;
  /** Those to show, in their order. */
  readonly columns: readonly TableColumn<T>[];
  /** One block for a row, in place of cells, where the table is too narrow for columns. */
  readonly card?: (record: T, state: RowState) => ReactNode;
  /** What a cell says in plain text while rows pass too fast to be read. Stays the same. */
  readonly passing: (record: T, column: string) => string;
  /** What a row says that changes with time alone. Stays the same. */
  readonly timeText?: (record: T, now: number) => string;
  readonly rowHeight: number;
  readonly sort: readonly SortMark[];
  readonly onSort: (column: string, additive: boolean) => void;
  /** A width wanted for a column, in pixels at the usual size of text. */
  readonly onResize?: (column: string, width: number) => void;
  readonly opened: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly openedContent: (record: T) => ReactNode;
  /** Extra class names of a row: chosen, flashing. */
  readonly rowClass?: (record: T) => string;
  readonly selected?: ReadonlySet<string>;
  /** The row that the Tab key comes to; the first one drawn when null or not drawn. */
  readonly activeKey: string | null;
  readonly onActivate: (key: string) => void;
  readonly onRowKeyDown?: (event: KeyboardEvent<HTMLElement>, key: string) => void;
  /** When it changes, the view starts again at the top: another filter, another order. */
  readonly resetKey: string;
  /** When it changes, columns are fitted to what the rows say: another filter. */
  readonly fitKey: string;
  /**
   * The page scrolls, with what stands above the table: the element around it that is marked with
   * `data-scroller`. Another one makes another table of it: give it another key.
   */
  readonly inPage?: boolean;
  readonly onScrolled?: (scrolled: boolean) => void;
  /** Hears when the pointer comes over the rows and goes, and when the keyboard does. */
  readonly onReading?: OnReading;
  readonly ref?: Ref<VirtualTableHandle>;
  /** What stands below the headers in place of rows, where there are none. */
  readonly children?: ReactNode;
}
