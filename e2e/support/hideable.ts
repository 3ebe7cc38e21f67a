import type { Page } from '@playwright/test';

/** Lets a test hide the page as another tab in front of it does. */
export async function hideable(page: Page): Promise<(hidden: boolean) => Promise<void>> {
  await page.addInitScript(() => {
    let hidden = false;
    Object.defineProperty(document, 'hidden', { get: () => hidden });
    Object.defineProperty(document, 'visibilityState', {
      get: () => (hidden ? 'hidden' : 'visible'),
    });
    Object.assign(window, {
      setHidden: (next: boolean) => {
        hidden = next;
        document.dispatchEvent(new Event('visibilitychange'));
      },
    });
  });
  return (hidden) => page.evaluate((next) => Reflect.get(window, 'setHidden')(next), hidden);
}
