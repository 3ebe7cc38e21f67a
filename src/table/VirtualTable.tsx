import { lazy, useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../ui/classes.ts';
import { Piece } from '../ui/Piece.tsx';
import { USUAL_REM, useRem } from '../ui/useRem.ts';
import { useColumnTracks } from './columns/useColumnTracks.ts';
import { topOf } from './place/rowWindow.ts';
import { ScrollPlace } from './place/ScrollPlace.ts';
import { shownHeight } from './place/scrollMap.ts';
import { useExtraHeights } from './place/useExtraHeights.ts';
import { useOpenedRows } from './place/useOpenedRows.ts';
import { usePlace } from './place/usePlace.ts';
import { useReader } from './place/useReader.ts';
import { useRowWindow } from './place/useRowWindow.ts';
import { RowsInView } from './RowsInView.tsx';
import { useScroller } from './useScroller.ts';
import { useTableHandle } from './useTableHandle.ts';
import type { VirtualTableProps } from './VirtualTableProps.ts';

/** The rows need not wait for the headers, nor for what models them. */
const HeaderRow = lazy(async () => ({
  default: (await import('./columns/HeaderRow.tsx')).HeaderRow,
}));

/**
 * A table of any length in which only the rows in view exist. Opened rows push down what is
 * below them; a change of the rows leaves what is being read under the same pixel.
 */
export function VirtualTable<T extends object>(props: VirtualTableProps<T>) {
  const { rows, rowHeight, card } = props;
  const { table, scroller } = useScroller(props.inPage === true);
  const rowsBox = useRef<HTMLDivElement>(null);
  const [heights, measure] = useExtraHeights();
  const opened = useOpenedRows(props.opened, rows, heights);
  const geometry = { count: rows.count, rowHeight, opened };
  const [place] = useState(() => new ScrollPlace());
  const view = useRowWindow({ scroller, table, place, ...geometry, resetKey: props.resetKey });
  const height = topOf(rows.count, geometry);
  const shown = shownHeight(height, view.scale);
  // Before anything scrolls to where the rows are now.
  useLayoutEffect(() => {
    place.heights = { real: height, shown };
  }, [place, height, shown]);
  const rem = useRem();
  const columns = useColumnTracks({
    columns: props.columns,
    rows,
    width: view.width,
    rem,
    fitKey: props.fitKey,
  });
  const reader = useReader({ scroller, rowsBox, place, onReading: props.onReading });
  usePlace({
    scroller,
    place,
    reader,
    rows,
    geometry,
    resetKey: props.resetKey,
    onScrolled: props.onScrolled,
  });
  useTableHandle(props.ref, {
    scroller,
    place,
    rows,
    rowHeight,
    opened,
    header: card ? 0 : HEADER_REM * rem,
    onActivate: props.onActivate,
  });

  return (
    <div className={props.inPage ? 'relative' : 'relative flex min-h-0 flex-1 flex-col'}>
      <div
        ref={table}
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
        <div role="rowgroup" className={card ? 'sr-only' : 'sticky top-0 z-10 min-w-fit'}>
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
        <div ref={rowsBox} role="rowgroup" style={{ height: shown }}>
          <div
            role="presentation"
            style={{ transform: `translateY(${topOf(view.first, geometry) + view.shift}px)` }}
          >
            <RowsInView
              table={props}
              columns={columns.drawn}
              columnsKey={card ? 'card' : columns.key}
              measure={measure}
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

/** As high as `h-8`. */
const HEADER_REM = 2;

/** As high as the headers. */
function HeaderPlace() {
  return <div className="h-8 border-b border-line bg-sunken max-sm:h-11" />;
}
