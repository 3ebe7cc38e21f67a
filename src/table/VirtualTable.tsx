import { classes } from '../ui/classes.ts';
import { lazyPiece } from '../ui/lazyPiece.ts';
import { Piece } from '../ui/Piece.tsx';
import { USUAL_REM } from '../ui/useRem.ts';
import { RowsInView } from './RowsInView.tsx';
import { useTableLayout } from './useTableLayout.ts';
import type { VirtualTableProps } from './VirtualTableProps.ts';

/** The rows need not wait for the headers, nor for what models them. */
const HeaderRow = lazyPiece(async () => (await import('./columns/HeaderRow.tsx')).HeaderRow);

/**
 * A table of any length in which only the rows in view exist. Opened rows push down what is
 * below them; a change of the rows leaves what is being read under the same pixel.
 */
export function VirtualTable<T extends object>(props: VirtualTableProps<T>) {
  const { rows, card } = props;
  const layout = useTableLayout(props);
  const { columns, view, rem } = layout;

  return (
    <div className={props.inPage ? 'relative' : 'relative flex min-h-0 flex-1 flex-col'}>
      <div
        ref={layout.table}
        role="table"
        aria-label={props.label}
        aria-rowcount={rows.count + 1}
        className={classes(
          'relative [overflow-anchor:none]',
          // Side by side with nothing else, so that the page itself goes up and down alone.
          props.inPage ? !card && 'overflow-x-auto' : 'min-h-0 flex-1 overflow-auto',
        )}
        style={{
          '--columns': columns.tracks,
          '--view-width': `${view.width}px`,
          '--row-width': card ? '0px' : `${columns.rowWidth}px`,
        }}
      >
        <div
          role="rowgroup"
          className={card ? 'sr-only' : 'in-columns sticky top-0 z-10 min-w-fit'}
        >
          <Piece fallback={<HeaderPlace />}>
            <HeaderRow
              columns={columns.drawn}
              sort={props.sort}
              onSort={props.onSort}
              onResize={
                props.onResize && ((id, width) => props.onResize?.(id, (width * USUAL_REM) / rem))
              }
            />
          </Piece>
        </div>
        {/* Rows of where one was a moment ago may stick out at its end: they make nothing longer. */}
        <div
          ref={layout.rowsBox}
          role="rowgroup"
          className={classes('in-columns', layout.mapped && '[overflow-y:clip]')}
          style={{ height: layout.height }}
        >
          <div
            role="presentation"
            className="in-columns"
            style={{ transform: `translateY(${layout.top}px)` }}
          >
            <RowsInView
              table={props}
              columns={columns.drawn}
              columnsKey={card ? 'card' : columns.key}
              measure={layout.measure}
              first={view.first}
              last={view.last}
              fast={view.fast}
            />
          </div>
        </div>
      </div>
      {/* Beside the table, not in it: a table holds rows and nothing else. */}
      <div
        className={classes(
          'empty:hidden',
          !props.inPage && 'absolute inset-x-0 bottom-0 overflow-auto',
          !props.inPage && (card ? 'top-0' : 'top-8'),
        )}
      >
        {props.children}
      </div>
    </div>
  );
}

/** As high as the headers. */
function HeaderPlace() {
  return <div className="h-8 border-b border-line bg-sunken max-sm:h-11" />;
}
