import type { MouseEvent, ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import { ResizeHandle } from './ResizeHandle.tsx';
import type { HeaderColumn, SortMark } from './TableColumn.ts';
import { useColumnModel } from './useColumnModel.ts';

export interface HeaderRowProps {
  readonly columns: readonly HeaderColumn[];
  readonly sort: readonly SortMark[];
  /** `additive` (shift) adds the column behind those already sorted by. */
  readonly onSort: (column: string, additive: boolean) => void;
  /** Given where columns can be made wider or narrower; pixels. */
  readonly onResize?: ((column: string, width: number) => void) | undefined;
}

/** The column headers: each a button that sorts, with `aria-sort` on the first one sorted by. */
export function HeaderRow(props: HeaderRowProps) {
  const { columns, sort, onSort, onResize } = props;
  const headers = useColumnModel({ columns, sort });
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="in-columns grid h-8 min-w-fit [grid-template-columns:var(--columns)] items-stretch border-b border-line bg-sunken text-sm text-muted select-none max-sm:h-11"
    >
      {headers.map(({ column, sorted, sortIndex }) => {
        const end = column.align === 'end';
        return (
          <div
            key={column.id}
            role="columnheader"
            // Not the name of the handle as well.
            aria-label={column.title}
            aria-sort={sortIndex !== 0 ? undefined : sorted === 'desc' ? 'descending' : 'ascending'}
            className={classes('relative flex min-w-0 items-stretch', end && 'justify-end')}
          >
            {column.sorts ? (
              <SortButton column={column} marked={sorted !== false} onSort={onSort}>
                {sorted && <SortArrow descending={sorted === 'desc'} />}
                {sorted && sort.length > 1 && (
                  <span aria-hidden="true" className="text-xs tabular-nums">
                    {sortIndex + 1}
                  </span>
                )}
              </SortButton>
            ) : (
              <span className="flex items-center truncate px-2 font-medium">{titleOf(column)}</span>
            )}
            {onResize && !column.fixed && (
              <ResizeHandle title={column.title} onResize={(width) => onResize(column.id, width)} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The whole header cell, which sorts wherever it is clicked. */
function SortButton({
  column,
  marked,
  onSort,
  children,
}: Pick<HeaderRowProps, 'onSort'> & {
  readonly column: HeaderColumn;
  readonly marked: boolean;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      onMouseDown={(event) => {
        if (!event.shiftKey) return;
        // The browser would mark all text from where it was last clicked.
        event.preventDefault();
        event.currentTarget.focus();
      }}
      onClick={(event: MouseEvent) => onSort(column.id, event.shiftKey)}
      className={classes(
        'flex min-w-0 flex-1 items-center gap-1 rounded px-2 font-medium hover:bg-hover hover:text-ink',
        column.align === 'end' && 'flex-row-reverse',
        marked && 'text-ink',
      )}
    >
      <span className="truncate">{titleOf(column)}</span>
      {children}
    </button>
  );
}

// Called, not mounted: see `cell` of a column.
function titleOf({ header, title }: HeaderColumn): ReactNode {
  return header ? header() : title;
}

function SortArrow({ descending }: { readonly descending: boolean }) {
  return <Icon path={descending ? ICONS.down : ICONS.up} className="text-accent" />;
}
