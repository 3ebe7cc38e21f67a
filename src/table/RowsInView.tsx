import { useMemo } from 'react';
import type { TableColumn } from './columns/TableColumn.ts';
import type { RowWindow } from './place/rowWindow.ts';
import { TableRow } from './rows/TableRow.tsx';
import { useSlots } from './rows/useSlots.ts';
import type { VirtualTableProps } from './VirtualTableProps.ts';

export interface RowsInViewProps<T extends object> extends RowWindow {
  readonly table: VirtualTableProps<T>;
  readonly columns: readonly TableColumn<T>[];
  readonly columnsKey: string;
  readonly measure: (key: string, height: number) => void;
  /** Rows pass too fast to be read. */
  readonly fast: boolean;
}

/** The rows of the window, each in the element that drew it last. */
export function RowsInView<T extends object>(props: RowsInViewProps<T>) {
  const { table, first, last, fast } = props;
  const { rows, activeKey, opened } = table;
  const keys = useMemo(
    () => Array.from({ length: last - first }, (_, index) => rows.keyAt(first + index)),
    [rows, first, last],
  );
  const isKept = (key: string) => key === activeKey || opened.has(key);
  const slots = useSlots(keys, isKept, fast);
  const activeDrawn = activeKey !== null && keys.includes(activeKey);
  return keys.map((key, index) => {
    const record = rows.at(first + index);
    const isOpened = opened.has(key);
    return (
      <TableRow<T>
        key={slots.slotOf(key)}
        rowKey={key}
        record={record}
        columns={props.columns}
        columnsKey={props.columnsKey}
        passing={fast && !isOpened && !slots.wasWhole(key) ? table.passing : undefined}
        timeText={table.timeText}
        height={table.rowHeight}
        rowIndex={first + index + 2}
        opened={isOpened}
        selected={table.selected?.has(key)}
        tabbable={activeDrawn ? key === activeKey : index === 0}
        className={table.rowClass?.(record) ?? ''}
        card={table.card}
        measure={props.measure}
        openedContent={isOpened ? table.openedContent : undefined}
        onToggle={table.onToggle}
        onActivate={table.onActivate}
        onKeyDown={table.onRowKeyDown}
      />
    );
  });
}
