import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds wrong in a page, or in the one element named by a selector. */
export async function findViolations(page: Page, selector?: string): Promise<unknown[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (within) => {
    const { violations } = await axeOf(window).run(within ?? document, {
      resultTypes: ['violations'],
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
    }));

    function axeOf(page: object): typeof import('axe-core') {
      return Reflect.get(page, 'axe');
    }
  }, selector);
}
