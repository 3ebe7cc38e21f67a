import type { Header } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import { classes } from '../ui/classes.ts';
import { ICONS, Icon } from '../ui/Icon.tsx';
import { Content } from './Content.tsx';
import type { features } from './features.ts';
import { ResizeHandle } from './ResizeHandle.tsx';

export interface SortMark {
  readonly column: string;
  readonly descending: boolean;
}

export interface HeaderRowProps<T extends object> {
  readonly headers: readonly Header<typeof features, T>[];
  readonly sort: readonly SortMark[];
  /** `additive` (shift) adds the column behind those already sorted by. */
  readonly onSort: (column: string, additive: boolean) => void;
  /** Given where columns can be made wider or narrower; pixels. */
  readonly onResize?: ((column: string, width: number) => void) | undefined;
}

/** The column headers: each a button that sorts, with `aria-sort` on the first one sorted by. */
export function HeaderRow<T extends object>(props: HeaderRowProps<T>) {
  const { headers, sort, onSort, onResize } = props;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="grid h-8 min-w-fit [grid-template-columns:var(--columns)] items-stretch border-b border-line bg-sunken text-sm text-muted max-sm:h-11"
    >
      {headers.map((header) => {
        const place = sort.findIndex((key) => key.column === header.column.id);
        const key = sort[place];
        const end = header.column.columnDef.meta?.align === 'end';
        return (
          <div
            key={header.id}
            role="columnheader"
            // Not the name of the handle as well.
            aria-label={header.column.columnDef.meta?.title}
            aria-sort={
              place === 0 && key ? (key.descending ? 'descending' : 'ascending') : undefined
            }
            className={classes('relative flex min-w-0 items-stretch', end && 'justify-end')}
          >
            {header.column.getCanSort() ? (
              <button
                type="button"
                onClick={(event: MouseEvent) => onSort(header.column.id, event.shiftKey)}
                className={classes(
                  'flex min-w-0 items-center gap-1 rounded px-2 font-medium select-none hover:bg-hover hover:text-ink',
                  end && 'flex-row-reverse',
                  key && 'text-ink',
                )}
              >
                <span className="truncate">
                  <Content draw={header.column.columnDef.header} context={header.getContext()} />
                </span>
                {key && <SortArrow descending={key.descending} />}
                {key && sort.length > 1 && (
                  <span aria-hidden="true" className="text-xs tabular-nums">
                    {place + 1}
                  </span>
                )}
              </button>
            ) : (
              <span className="flex items-center truncate px-2 font-medium">
                <Content draw={header.column.columnDef.header} context={header.getContext()} />
              </span>
            )}
            {onResize && header.column.columnDef.meta?.fixed !== true && (
              <ResizeHandle
                title={header.column.columnDef.meta?.title ?? header.column.id}
                onResize={(width) => onResize(header.column.id, width)}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function SortArrow({ descending }: { readonly descending: boolean }) {
  return <Icon path={descending ? ICONS.down : ICONS.up} className="text-accent" />;
}
