import { useTable } from '@tanstack/react-table';
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { classes } from '../ui/classes.ts';
import { columnWidths } from './columnWidths.ts';
import { features, type VirtualColumn } from './features.ts';
import { HeaderRow, type SortMark } from './HeaderRow.tsx';
import { topOf } from './rowWindow.ts';
import { TableRow } from './TableRow.tsx';
import type { TableRows } from './TableRows.ts';
import { useExtraHeights } from './useExtraHeights.ts';
import { usePlace } from './usePlace.ts';
import { useRowWindow } from './useRowWindow.ts';
import { useSlots } from './useSlots.ts';

export interface VirtualTableHandle {
  /** Brings a row into view, moving as little as possible; `start` puts it at the top. */
  scrollTo(position: number, block?: 'nearest' | 'start'): void;
  /** Focuses the row at a position, drawing it first where need be. */
  focusRow(position: number): void;
}

export interface VirtualTableProps<T extends object> {
  readonly label: string;
  readonly rows: TableRows<T>;
  /** Those to show, in their order. */
  readonly columns: readonly VirtualColumn<T>[];
  /** One block for a row, in place of cells, where the table is too narrow for columns. */
  readonly card?: (record: T) => ReactNode;
  /** What a cell says in plain text while rows pass too fast to be read. Stays the same. */
  readonly passing: (record: T, column: string) => string;
  readonly rowHeight: number;
  readonly sort: readonly SortMark[];
  readonly onSort: (column: string, additive: boolean) => void;
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
  readonly onScrolled?: (scrolled: boolean) => void;
  readonly ref?: Ref<VirtualTableHandle>;
  /** What stands below the headers in place of rows, where there are none. */
  readonly children?: ReactNode;
}

/**
 * A table of any length in which only the rows in view exist. Opened rows push down what is
 * below them; a change of the rows leaves what is being read under the same pixel.
 */
export function VirtualTable<T extends object>(props: VirtualTableProps<T>) {
  const { rows, columns, rowHeight, opened, card } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [heights, measure] = useExtraHeights();

  const openedRows = useMemo(() => {
    const found = [...opened].flatMap((key) => {
      const position = rows.positionOf(key);
      return position === null ? [] : [{ position, extra: heights.get(key) ?? 0 }];
    });
    return found.sort((a, b) => a.position - b.position);
  }, [opened, rows, heights]);

  const geometry = { count: rows.count, rowHeight, opened: openedRows };
  const { first, last, width, fast } = useRowWindow({
    scroller,
    ...geometry,
    resetKey: props.resetKey,
  });

  const records = useMemo(
    () => Array.from({ length: last - first }, (_, index) => rows.at(first + index)),
    [rows, first, last],
  );
  const keys = useMemo(
    () => new Map(records.map((record, index) => [record, rows.keyAt(first + index)])),
    [records, rows, first],
  );

  const isKept = (key: string) => key === props.activeKey || opened.has(key);
  const slots = useSlots(keys, isKept, fast);

  const drawn = useMemo(
    () => columns.filter((column) => width >= (column.meta?.dropBelow ?? 0)),
    [columns, width],
  );
  const sorting = useMemo(
    () => props.sort.map(({ column, descending }) => ({ id: column, desc: descending })),
    [props.sort],
  );
  const table = useTable<typeof features, T>({
    features,
    columns: drawn,
    data: records,
    getRowId: (record) => `row ${keys.get(record) ?? ''}`,
    getIsRowExpanded: (row) => opened.has(keys.get(row.original) ?? ''),
    manualSorting: true,
    manualExpanding: true,
    state: { sorting },
  });
  const widths = useMemo(
    () =>
      columnWidths(
        drawn.map((column) => column.meta ?? { width: 96 }),
        width,
      ),
    [drawn, width],
  );
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  // A record that did not change is not drawn again unless the columns did.
  const columnsKey = card
    ? 'card'
    : drawn.map((column) => `${column.id}${column.meta?.fits ? '' : '!'}`).join(' ');

  usePlace(scroller, props, geometry);

  const scrollTo = (position: number, block: 'nearest' | 'start' = 'nearest') => {
    const element = scroller.current;
    if (!element || position < 0 || position >= rows.count) return;
    const header = card ? 0 : HEADER_HEIGHT;
    const top = topOf(position, geometry);
    const room = element.clientHeight - header;
    if (block === 'start' || top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + room) {
      element.scrollTop = top + rowHeight - room;
    }
  };
  const wanted = useRef<string | null>(null);
  // Focus can only move to a row once the browser holds it.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = rowElement(scroller.current, wanted.current);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  useImperativeHandle(props.ref, () => ({
    scrollTo,
    focusRow(position) {
      if (position < 0 || position >= rows.count) return;
      const key = rows.keyAt(position);
      props.onActivate(key);
      scrollTo(position);
      const row = rowElement(scroller.current, key);
      if (row) row.focus({ preventScroll: true });
      else wanted.current = key;
    },
  }));

  const activeDrawn =
    props.activeKey !== null && records.some((record) => keys.get(record) === props.activeKey);
  const tableRows = table.getRowModel().rows;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="table"
        aria-label={props.label}
        aria-rowcount={rows.count + 1}
        className="relative min-h-0 flex-1 overflow-auto [overflow-anchor:none]"
        style={{
          '--columns': widths.map((pixels) => `${pixels}px`).join(' '),
          '--row-width': card ? '0px' : `${widths.reduce((sum, pixels) => sum + pixels, 0)}px`,
        }}
      >
        <div role="rowgroup" className={card ? 'sr-only' : 'sticky top-0 z-10 min-w-fit'}>
          <HeaderRow
            headers={headers}
            sort={props.sort}
            onSort={props.onSort}
            onResize={props.onResize}
          />
        </div>
        <div role="rowgroup" style={{ height: topOf(rows.count, geometry) }}>
          <div role="presentation" style={{ transform: `translateY(${topOf(first, geometry)}px)` }}>
            {tableRows.map((row, index) => {
              const key = keys.get(row.original) ?? '';
              const isOpened = row.getIsExpanded();
              return (
                <TableRow
                  key={slots.slotOf(key)}
                  row={row}
                  rowKey={key}
                  record={row.original}
                  columnsKey={columnsKey}
                  passing={fast && !isOpened && !slots.wasWhole(key) ? props.passing : undefined}
                  height={rowHeight}
                  rowIndex={first + index + 2}
                  opened={isOpened}
                  selected={props.selected?.has(key)}
                  tabbable={activeDrawn ? key === props.activeKey : index === 0}
                  className={props.rowClass?.(row.original) ?? ''}
                  card={card}
                  measure={measure}
                  openedContent={isOpened ? props.openedContent : undefined}
                  onToggle={props.onToggle}
                  onActivate={props.onActivate}
                  onKeyDown={props.onRowKeyDown}
                />
              );
            })}
          </div>
        </div>
      </div>
      {/* Beside the table, not in it: a table holds rows and nothing else. */}
      <div
        className={classes(
          'absolute inset-x-0 bottom-0 overflow-auto empty:hidden',
          card ? 'top-0' : 'top-8',
        )}
      >
        {props.children}
      </div>
    </div>
  );
}

const HEADER_HEIGHT = 32;

function rowElement(scroller: HTMLElement | null, key: string): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}
