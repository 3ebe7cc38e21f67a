import { useLayoutEffect, useRef, useState } from 'react';
import { useRem } from '../ui/useRem.ts';
import { useColumnTracks } from './columns/useColumnTracks.ts';
import { topOf } from './place/rowWindow.ts';
import { ScrollPlace } from './place/ScrollPlace.ts';
import { shownHeight } from './place/scrollMap.ts';
import { useExtraHeights } from './place/useExtraHeights.ts';
import { useOpenedRows } from './place/useOpenedRows.ts';
import { usePlace } from './place/usePlace.ts';
import { useReader } from './place/useReader.ts';
import { useRowWindow } from './place/useRowWindow.ts';
import { useScroller } from './useScroller.ts';
import { useTableHandle } from './useTableHandle.ts';
import type { VirtualTableProps } from './VirtualTableProps.ts';

/** As high as `h-8`. */
const HEADER_REM = 2;

/** Where a table stands: which rows and columns are in view, how wide, how high, how far down. */
export function useTableLayout<T extends object>(props: VirtualTableProps<T>) {
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

  return {
    table,
    rowsBox,
    measure,
    columns,
    view,
    rem,
    /** Of all rows, as the browser has it. Pixels. */
    height: shown,
    /** The rows are higher than the browser has them. */
    mapped: shown < height,
    /** How far down in it the first row of the window stands. Pixels. */
    top: topOf(view.first, geometry) + view.shift,
  };
}
