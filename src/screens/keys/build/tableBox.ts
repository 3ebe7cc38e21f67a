/** The height of the sticky header. Pixels. */
const HEADER = 32;
const PAGE_UNKNOWN = 10;

/** The id of the first row that can be seen whole, null when none is drawn. */
export function firstRowInView(): string | null {
  const rows = [...document.querySelectorAll<HTMLElement>('[role=table] [data-row]')];
  const table = rows[0]?.closest('[role=table]');
  if (!table) return null;
  const top = table.getBoundingClientRect().top + HEADER - 1;
  const seen = rows.find((row) => row.getBoundingClientRect().top >= top) ?? rows[0];
  return seen?.dataset['row'] ?? null;
}

/** How many rows a page is, from the row that has the focus. */
export function rowsInAPage(row: EventTarget | null): number {
  if (!(row instanceof HTMLElement)) return PAGE_UNKNOWN;
  const height = row.closest('[role=table]')?.clientHeight ?? 0;
  const rows = Math.floor((height - HEADER) / row.offsetHeight) - 1;
  return Number.isFinite(rows) ? Math.max(1, rows) : PAGE_UNKNOWN;
}

/** True for what stands in the table, such as a row or a button in it. */
export function isInTable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=table]') !== null;
}
