const PAGE_UNKNOWN = 10;

/** The id of the first row that can be seen whole, null when none is drawn. */
export function firstRowInView(): string | null {
  const rows = [...document.querySelectorAll<HTMLElement>('[role=table] [data-row]')];
  const table = rows[0]?.closest('[role=table]');
  if (!table) return null;
  const box = Math.max(table.getBoundingClientRect().top, boxOf(table).getBoundingClientRect().top);
  const top = box + headerOf(table) - 1;
  const seen = rows.find((row) => row.getBoundingClientRect().top >= top) ?? rows[0];
  return seen?.dataset['row'] ?? null;
}

/** How many rows a page is, from the row that has the focus. */
export function rowsInAPage(row: EventTarget | null): number {
  if (!(row instanceof HTMLElement)) return PAGE_UNKNOWN;
  const table = row.closest('[role=table]');
  const height = table ? boxOf(table).clientHeight - headerOf(table) : 0;
  const rows = Math.floor(height / row.offsetHeight) - 1;
  return Number.isFinite(rows) ? Math.max(1, rows) : PAGE_UNKNOWN;
}

/** What the rows are seen in: the table, or the page where that scrolls. */
function boxOf(table: Element): Element {
  const page = table.closest('[data-scroller]');
  return page !== null && page.scrollHeight > page.clientHeight ? page : table;
}

/** The height of the header that stands over the rows; it grows with the text. Pixels. */
function headerOf(table: Element): number {
  const header = table.querySelector('[role=columnheader]')?.parentElement;
  return header?.closest('.sr-only') ? 0 : (header?.offsetHeight ?? 0);
}

/** True for what stands in the table, such as a row or a button in it. */
export function isInTable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=table]') !== null;
}
