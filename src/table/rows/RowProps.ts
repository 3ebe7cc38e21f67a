import type { KeyboardEvent, ReactNode } from 'react';
import type { RowState, TableColumn } from '../columns/TableColumn.ts';

/** What a row is drawn from. */
export interface RowProps<T extends object> {
  readonly rowKey: string;
  readonly record: T;
  readonly columns: readonly TableColumn<T>[];
  /** Names the columns: a row is drawn again when it changes, not for each new list of columns. */
  readonly columnsKey: string;
  /** Given while it passes too fast to be read: the text of each cell. */
  readonly passing: ((record: T, column: string) => string) | undefined;
  /** What the row says that changes with time alone: it is drawn again when this does. */
  readonly timeText: ((record: T, now: number) => string) | undefined;
  readonly height: number;
  readonly rowIndex: number;
  readonly opened: boolean;
  readonly selected: boolean | undefined;
  readonly tabbable: boolean;
  readonly className: string;
  readonly card: ((record: T, state: RowState) => ReactNode) | undefined;
  readonly measure: (key: string, height: number) => void;
  readonly openedContent: ((record: T) => ReactNode) | undefined;
  readonly onToggle: (key: string) => void;
  readonly onActivate: (key: string) => void;
  readonly onKeyDown: ((event: KeyboardEvent<HTMLElement>, key: string) => void) | undefined;
}
