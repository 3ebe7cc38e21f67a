import { type OpenedRow, positionAt, topOf } from './rowWindow.ts';

/** The row at the top of the view, and by how many pixels it is scrolled past. */
export interface Anchor {
  readonly key: string;
  readonly past: number;
}

interface Table {
  readonly count: number;
  readonly rowHeight: number;
  readonly opened: readonly OpenedRow[];
}

/** What to hold on to before the rows change; null at the very top, where news may come in. */
export function anchorOf(
  table: Table & { readonly keyAt: (position: number) => string },
  scrollTop: number,
): Anchor | null {
  if (table.count === 0 || scrollTop <= 0) return null;
  const position = positionAt(table, scrollTop);
  return { key: table.keyAt(position), past: scrollTop - topOf(position, table) };
}

/** The scroll position that shows the anchored row under the same pixel; null when it is gone. */
export function scrollTopFor(
  anchor: Anchor,
  table: Table & { readonly positionOf: (key: string) => number | null },
): number | null {
  const position = table.positionOf(anchor.key);
  return position === null ? null : topOf(position, table) + anchor.past;
}
