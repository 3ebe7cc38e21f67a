import type { Page } from '@playwright/test';

/** The ids of the whole table in its order, read by scrolling through it. */
export async function idsOnScreen(page: Page): Promise<string[]> {
  return page.getByRole('table', { name: 'Image builds' }).evaluate(async (table) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const found = new Map<number, string>();
    const collect = () => {
      for (const row of table.querySelectorAll('[data-row]')) {
        found.set(Number(row.getAttribute('aria-rowindex')), row.getAttribute('data-row') ?? '');
      }
    };
    // Rows are drawn once the browser has told of the scrolling: wait for those in view.
    const total = Number(table.getAttribute('aria-rowcount'));
    const drawn = (index: number) => table.querySelector(`[aria-rowindex="${index}"][data-row]`);
    const step = Math.max(4, Math.floor(table.clientHeight / 32) - 2);
    for (let index = 2; index <= total; index += step) {
      const last = Math.min(total, index + step - 1);
      table.scrollTop = (index - 2) * 32;
      while (!drawn(index) || !drawn(last)) await frame();
      collect();
    }
    table.scrollTop = 0;
    return [...found].sort((a, b) => a[0] - b[0]).map(([, id]) => id);
  });
}

/** The ids of the rows that a person sees, without those drawn ahead beyond the edges. */
export async function idsInView(page: Page): Promise<string[]> {
  return page.getByRole('table', { name: 'Image builds' }).evaluate((table) => {
    const { top, bottom } = table.getBoundingClientRect();
    const rows = [...table.querySelectorAll('[data-row]')].map((row) => ({
      id: row.getAttribute('data-row') ?? '',
      box: row.getBoundingClientRect(),
    }));
    return rows
      .filter(({ box }) => box.bottom > top && box.top < bottom)
      .sort((a, b) => a.box.top - b.box.top)
      .map(({ id }) => id);
  });
}
