import type { Locator, Page } from '@playwright/test';

/** Rests the pointer on a row: in its middle, off its controls. */
export async function restPointer(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('The row is not in view.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}
