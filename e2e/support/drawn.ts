import type { Page } from '@playwright/test';

/** Waits until what stands in the page has its widths and places: for two frames. */
export function drawn(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );
}
