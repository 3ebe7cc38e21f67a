import type { Locator, Page } from '@playwright/test';
import type { Build } from '../src/contract/build.ts';
import { shownLineOf } from '../src/insights/errors/text/shownLineOf.ts';
import { parseInstant } from '../src/lib/instant.ts';
import { expect, test, waitUntilHears } from './support/test.ts';

const MOST_STOPS = 60;

/** Goes from stop to stop until this has the focus, as one does who cannot see where it is. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(wanted).toBeAttached();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press(key);
    if (await hasFocus(wanted)) return;
  }
  throw new Error(`${wanted} is not within ${MOST_STOPS} stops.`);
}

const hasFocus = (one: Locator) => one.evaluate((element) => element === document.activeElement);

const at = (time: string | null) => parseInstant(time ?? '') ?? Number.NaN;
const nameOf = ({ imageName, imageTag }: Build) => `${imageName}:${imageTag}`;
const duration = (build: Build) => at(build.completedAt) - at(build.startedAt);

/** The failed builds, newest first. */
function failedOf(builds: readonly Build[]): readonly Build[] {
  return builds
    .filter(({ status }) => status === 'FAILED')
    .sort((a, b) => at(b.createdAt) - at(a.createdAt));
}

test('can be used by ear alone: by roles, names and keys', async ({ page, account }) => {
  const named = new Map(account.fill(200).map((build) => [nameOf(build), build]));
  const all = account.fill([...named.values()]);
  const failures = failedOf(all);
  const place = failures.findIndex(({ artifacts }) => artifacts?.[0]?.errorMessage);
  const build = failures[place];
  const longest = [...failures].sort((a, b) => (duration(b) || 0) - (duration(a) || 0))[0];
  if (!build || !longest) throw new Error('No build failed with an error.');

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Image Builds');
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeFocused();
  await page.keyboard.type(account.token);
  await page.keyboard.press('Enter');

  const count = page.getByRole('status').filter({ hasText: 'builds' });
  await expect(count).toHaveText(`${all.length} of ${all.length} builds`);
  await expect(count).toHaveAttribute('aria-live', 'polite');
  const failed = page.getByRole('button', { name: `Failed ${failures.length}`, exact: true });
  await tabTo(page, page.getByRole('toolbar', { name: 'Filter by' }).getByRole('button').first());
  for (let steps = 0; steps < 9 && !(await hasFocus(failed)); steps += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(failed).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /^Failed/, pressed: true })).toBeFocused();
  await expect(count).toHaveText(`${failures.length} of ${all.length} builds`);

  const table = page.getByRole('table', { name: 'Image builds' });
  await expect(table).toHaveAttribute('aria-rowcount', String(failures.length + 1));
  const openerOf = (one: Build) =>
    page.getByRole('button', { name: `Show artifacts of ${nameOf(one)}`, exact: true });
  const rowOf = (one: Build) => table.getByRole('row').filter({ has: openerOf(one) });
  await tabTo(page, rowOf(failures[0] ?? build));
  await waitUntilHears(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  for (let step = 0; step < place; step += 1) await page.keyboard.press('ArrowDown');
  const row = rowOf(build);
  await expect(row).toBeFocused();
  await expect(row).toHaveAttribute('aria-rowindex', String(place + 2));
  await expect(row.getByRole('cell', { name: 'Failed', exact: true })).toBeVisible();

  const opener = openerOf(build);
  await expect(opener).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  const artifacts = page.getByRole('table', { name: `Artifacts of ${nameOf(build)}` });
  await expect(artifacts).toMatchAriaSnapshot(`
    - table:
      - rowgroup:
        - row:
          - columnheader "Type"
          - columnheader "Status"
          - columnheader "Image path"
      - rowgroup:
        - row:
          - cell "Container image"
          - cell "Failed"
  `);
  const error = artifacts.getByRole('region', { name: 'Error message' }).first();
  await tabTo(page, artifacts.getByRole('button', { name: 'Copy error' }).first());
  const message = build.artifacts?.[0]?.errorMessage ?? '';
  await expect(error).toContainText(shownLineOf(message).line);

  const header = table.getByRole('columnheader', { name: 'Duration', exact: true });
  await expect(header).not.toHaveAttribute('aria-sort');
  await tabTo(page, header.getByRole('button', { name: 'Duration', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(rowOf(longest)).toHaveAttribute('aria-rowindex', '2');

  await tabTo(page, page.getByRole('button', { name: 'Sign out' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeFocused();
  await expect(table).toHaveCount(0);
});
