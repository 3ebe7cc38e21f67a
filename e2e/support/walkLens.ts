import type { Locator, Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { overflow } from './overflow.ts';
import { expect, waitUntilHears } from './test.ts';

interface LensWalk {
  readonly table: Locator;
  /** What is there once the first row is opened. */
  readonly opened: Locator;
  /** The lens's key, after `g`. */
  readonly key: string;
}

/**
 * On a phone whose lens is shown: opens its first row by the keyboard, goes to the builds by the
 * keyboard and comes back, with nothing wider than the window.
 */
export async function walkLens(page: Page, { table, opened, key }: LensWalk): Promise<void> {
  expect(await overflow(page)).toBe(0);
  await waitUntilHears(page);
  await expect(table.locator('[data-row]').first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(table.locator('[data-row]:focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(opened).toBeVisible();
  expect(await overflow(page)).toBe(0);
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press(key);
  await expect(table).toBeVisible();
}
