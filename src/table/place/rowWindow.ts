/** An opened row: its position in the order, and how much higher than a closed row it is. */
export interface OpenedRow {
  readonly position: number;
  readonly extra: number;
}

export interface WindowInput {
  readonly count: number;
  readonly rowHeight: number;
  /** Sorted by position. */
  readonly opened: readonly OpenedRow[];
  readonly scrollTop: number;
  readonly viewHeight: number;
  /** Rows drawn beyond each edge of the view. */
  readonly overscan: number;
  /** The window starts and ends at multiples of this, so that it changes less often. */
  readonly step: number;
}

/** Positions `first <= position < last` are drawn. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** Which rows to draw for a scroll position. All lengths in pixels. */
export function rowWindow(input: WindowInput): RowWindow {
  const { count, overscan, step } = input;
  const top = positionAt(input, input.scrollTop) - overscan;
  const bottom = positionAt(input, input.scrollTop + input.viewHeight) + 1 + overscan;
  const first = Math.floor(Math.max(0, top) / step) * step;
  const last = Math.ceil(Math.max(0, bottom) / step) * step;
  return { first: Math.min(first, count), last: Math.min(last, count) };
}

/** Pixels from the top of the first row to the top of the row at `position`. */
export function topOf(
  position: number,
  { rowHeight, opened }: Pick<WindowInput, 'rowHeight' | 'opened'>,
): number {
  let top = position * rowHeight;
  for (const row of opened) {
    if (row.position >= position) break;
    top += row.extra;
  }
  return top;
}

/** The position of the row at `y` pixels, the last one for anything below it. */
export function positionAt(
  { count, rowHeight, opened }: Pick<WindowInput, 'count' | 'rowHeight' | 'opened'>,
  y: number,
): number {
  let rest = y;
  for (const row of opened) {
    const bottom = (row.position + 1) * rowHeight + row.extra;
    if (rest < bottom) {
      const at = Math.floor(rest / rowHeight);
      return clamp(Math.min(at, row.position), count);
    }
    rest -= row.extra;
  }
  return clamp(Math.floor(rest / rowHeight), count);
}

function clamp(position: number, count: number): number {
  return Math.max(0, Math.min(position, count - 1));
}
