import type { Page } from '@playwright/test';
import { expect, openAs, test, waitUntilComplete } from './support/test.ts';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search builds' });
const count = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });

/** Every text the count has had, and every height the table has begun at, since it was asked. */
async function watch(page: Page): Promise<() => Promise<{ counts: string[]; tops: number[] }>> {
  await page.evaluate(() => {
    const seen = { counts: new Set<string>(), tops: new Set<number>() };
    const look = () => {
      const said = [...document.querySelectorAll('[role=status]')].find((one) =>
        one.textContent.includes('builds'),
      );
      const table = document.querySelector('[role=grid], [role=table]');
      if (said) seen.counts.add(said.textContent);
      if (table) seen.tops.add(Math.round(table.getBoundingClientRect().top));
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { seen });
  });
  return () =>
    page.evaluate(() => {
      const { seen } = window as unknown as {
        seen: { counts: Set<string>; tops: Set<number> };
      };
      return { counts: [...seen.counts], tops: [...seen.tops] };
    });
}

test.use({ viewport: { width: 1440, height: 900 } });

test('keeps the last answer and the table in its place while a condition is typed', async ({
  page,
  account,
}) => {
  const builds = account.fill(300);
  const failed = builds.filter(({ status }) => status === 'FAILED').length;
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const seen = await watch(page);
  // Typed by the page itself, a letter a frame: a slow machine would rest between two keys.
  await search(page).focus();
  await page.evaluate(async () => {
    for (const letter of 'status:failed') {
      document.execCommand('insertText', false, letter);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await expect(count(page)).toHaveText(`${failed} of 300 builds`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Filter' })).toContainText('failed');
  const { counts, tops } = await seen();
  expect(counts).toEqual(['300 of 300 builds', `${failed} of 300 builds`]);
  expect(tops).toHaveLength(1);
});

test('applies what is half written once a person stops, and says what it may mean', async ({
  page,
  account,
}) => {
  account.fill(300);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  // It may become a field, and is a word when nothing follows.
  await search(page).pressSequentially('created');
  await expect(count(page)).toHaveText('0 of 300 builds');
  await search(page).fill('render:2');
  await expect(count(page)).toHaveText('0 of 300 builds');
  await expect(page.getByText('there is no field “render”; searched for as text')).toBeVisible();
  await search(page).fill('(status:failed)');
  await page.getByRole('button', { name: 'Did you mean status:failed?' }).click();
  await expect(search(page)).toHaveValue('status:failed');
  await search(page).fill('is:failed');
  await page.getByRole('button', { name: 'Search for it as text' }).click();
  await expect(search(page)).toHaveValue('"is:failed"');
  await expect(count(page)).toHaveText('0 of 300 builds');
});

test('keeps a search of 20 kB out of the address, says so, and lives through a reload', async ({
  page,
  account,
}) => {
  account.fill(50);
  await openAs(page, account.token, '/?tag=latest');
  await waitUntilComplete(page);
  await search(page).fill('x'.repeat(20_000));
  await expect(count(page)).toHaveText('0 of 50 builds');
  await expect(page.getByText('Too long for an address')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?tag=latest');
  await page.reload();
  await waitUntilComplete(page);
  await expect(page.getByRole('list', { name: 'Filter' })).toContainText('latest');
});

test('takes the Enter that ends a composition for the input method alone', async ({
  page,
  account,
}) => {
  account.fill(50);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await search(page).focus();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', {
    text: 'さくら',
    selectionStart: 3,
    selectionEnd: 3,
  });
  await search(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 });
  await client.send('Input.insertText', { text: 'さくら' });
  await expect(search(page)).toHaveValue('さくら');
});
