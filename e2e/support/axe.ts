import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds wrong in a page, or in the one element named by a selector. */
export async function findViolations(page: Page, selector?: string): Promise<unknown[]> {
  return run(page, { selector });
}

/** What of its text and links is hard to tell from what is around it: all that other colours change. */
export async function findFaintText(page: Page): Promise<unknown[]> {
  return run(page, { rules: ['color-contrast', 'link-in-text-block'] });
}

interface Asked {
  readonly selector?: string | undefined;
  /** All that are usual by default. */
  readonly rules?: string[];
}

async function run(page: Page, asked: Asked): Promise<unknown[]> {
  const isThere = await page.evaluate(() => Reflect.has(window, 'axe'));
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(async ({ selector, rules }) => {
    const { violations } = await axeOf(window).run(selector ?? document, {
      resultTypes: ['violations'],
      ...(rules && { runOnly: rules }),
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }));

    function axeOf(page: object): typeof import('axe-core') {
      return Reflect.get(page, 'axe');
    }
  }, asked);
}
