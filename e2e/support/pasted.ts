import type { Page } from '@playwright/test';

/** What is on the clipboard: the page itself may not read it, so it is pasted. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const paste = new Promise((resolve) => {
      const take = (event: ClipboardEvent) => {
        event.preventDefault();
        resolve(event.clipboardData?.getData('text/plain'));
      };
      addEventListener('paste', take, { capture: true, once: true });
    });
    Object.assign(window, { paste });
  });
  await page.getByRole('searchbox').first().press('Control+v');
  return page.evaluate(() => Reflect.get(window, 'paste'));
}
