import type { Row } from '@tanstack/react-table';
import { type KeyboardEvent, type MouseEvent, memo, type ReactNode } from 'react';
import { Boundary } from '../ui/Boundary.tsx';
import { classes } from '../ui/classes.ts';
import { Content } from './Content.tsx';
import type { features } from './features.ts';
import { Opened } from './Opened.tsx';

export interface TableRowProps<T extends object> {
  readonly row: Row<typeof features, T>;
  readonly rowKey: string;
  readonly record: T;
  readonly columnsKey: string;
  /** Given while it passes too fast to be read: the text of each cell. */
  readonly passing: ((record: T, column: string) => string) | undefined;
  readonly height: number;
  readonly rowIndex: number;
  readonly opened: boolean;
  readonly selected: boolean | undefined;
  readonly tabbable: boolean;
  readonly className: string;
  readonly card: ((record: T) => ReactNode) | undefined;
  readonly measure: (key: string, height: number) => void;
  readonly openedContent: ((record: T) => ReactNode) | undefined;
  readonly onToggle: (key: string) => void;
  readonly onActivate: (key: string) => void;
  readonly onKeyDown: ((event: KeyboardEvent<HTMLElement>, key: string) => void) | undefined;
}

function DrawnRow<T extends object>(props: TableRowProps<T>) {
  const { row, rowKey, record, opened, card, height } = props;
  const cells = row.getAllCells();
  return (
    <>
      <div
        role="row"
        data-row={rowKey}
        aria-rowindex={props.rowIndex}
        aria-selected={props.selected}
        tabIndex={props.tabbable ? 0 : -1}
        onFocus={() => props.onActivate(rowKey)}
        onKeyDown={(event) => props.onKeyDown?.(event, rowKey)}
        onClick={(event) => {
          if (isPlainClick(event)) props.onToggle(rowKey);
        }}
        className={classes(
          'grid min-w-(--row-width) items-center border-b [contain:strict]',
          card ? 'grid-cols-1' : '[grid-template-columns:var(--columns)]',
          'border-line hover:bg-hover focus-visible:-outline-offset-2',
          opened && 'bg-hover',
          props.selected && 'bg-chosen',
          props.className,
        )}
        style={{ height }}
      >
        {card ? (
          <div role="cell" aria-colspan={Math.max(1, cells.length)} className="min-w-0">
            {card(record)}
          </div>
        ) : (
          cells.map((cell) => (
            <div
              key={cell.id}
              role="cell"
              data-column={cell.column.id}
              className={classes(
                'min-w-0 px-2 whitespace-nowrap',
                cell.column.columnDef.meta?.fits ? 'overflow-visible' : 'overflow-hidden',
                // What is fixed is a control: it has no end to cut off.
                cell.column.columnDef.meta?.fixed ? 'text-clip' : 'text-ellipsis',
                cell.column.columnDef.meta?.align === 'end' && 'text-right tabular-nums',
              )}
            >
              {props.passing ? (
                props.passing(record, cell.column.id)
              ) : (
                <Boundary fallback={brokenCell} resetKey={record}>
                  <Content draw={cell.column.columnDef.cell} context={cell.getContext()} />
                </Boundary>
              )}
            </div>
          ))
        )}
      </div>
      {props.openedContent && (
        <Opened rowKey={rowKey} measure={props.measure} columns={Math.max(1, cells.length)}>
          {props.openedContent(record)}
        </Opened>
      )}
    </>
  );
}

/** One cell that cannot be drawn does not take its row, or the table, with it. */
function brokenCell() {
  return (
    <span className="tone-bad text-sm text-tone" title="This cell could not be drawn">
      not drawn
    </span>
  );
}

/** A click on the row itself: not on something in it, not the end of selecting text. */
function isPlainClick(event: MouseEvent<HTMLElement>): boolean {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return false;
  const target = event.target;
  if (target instanceof Element && target.closest('a, button, input, label, [data-own-click]')) {
    return false;
  }
  return window.getSelection()?.isCollapsed !== false;
}

/** One row; drawn again only when what it shows has changed, whatever the table around it does. */
export const TableRow = memo(DrawnRow, (before, after) => {
  return SHOWN.every((name) => before[name] === after[name]);
}) as typeof DrawnRow;

const SHOWN = [
  'record',
  'rowKey',
  'columnsKey',
  'passing',
  'height',
  'rowIndex',
  'opened',
  'selected',
  'tabbable',
  'className',
  'card',
  'openedContent',
  'onToggle',
  'onActivate',
  'onKeyDown',
] as const;
