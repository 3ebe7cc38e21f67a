import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** A person's hands: every click and key is counted, the letters of a name apart. */
export class Hands {
  clicks = 0;
  keys = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.keys += 1;
      await this.#page.keyboard.press(key);
    }
  }

  async type(name: string): Promise<void> {
    await this.#page.keyboard.type(name);
  }
}

/** The numbers that the README promises, in the row of "How far it is" that begins so. */
export async function promised(row: string): Promise<readonly number[]> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('### How far it is\n');
  const line = section.split('\n').find((one) => one.startsWith(`| ${row} | `)) ?? '';
  const cells = line.split(' | ').slice(1);
  return cells.filter((cell) => /^\d+$/.test(cell)).map(Number);
}
