import type { Page } from '@playwright/test';
import type { Artifact, Build } from '../src/contract/build.ts';
import { drawn } from './support/drawn.ts';
import { plainBuilds } from './support/listAnswer.ts';
import { expect, openAs, test, waitUntilComplete } from './support/test.ts';

const row = (page: Page, id: string) => page.locator(`[data-row="${id}"]`);
const table = (page: Page) => page.getByRole('table', { name: 'Image builds' });

/** Failed, with an error of some lines on each artifact. */
function failed(build: Build, error: string): Build {
  const artifacts = (build.artifacts ?? []).map(
    (one): Artifact => ({ ...one, status: 'FAILED', errorMessage: error }),
  );
  return { ...build, status: 'FAILED', artifacts };
}

const LONG_ERROR = Array.from({ length: 9 }, (_, line) => `step ${line}: ${'work '.repeat(12)}`);

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
  [768, 900],
  [390, 844],
] as const) {
  test(`shows a build that a link opens with its details whole, and in reach, on ${width} by ${height} pixels`, async ({
    page,
    account,
  }) => {
    await page.setViewportSize({ width, height });
    // Higher than a phone's screen, so that it is shown from its first line on.
    const error = width < 640 ? [...LONG_ERROR, ...LONG_ERROR] : LONG_ERROR;
    const builds = account.fill(plainBuilds(120).map((build) => failed(build, error.join('\n'))));
    await openAs(page, account.token, `/?open=${builds[60]?.id}`);
    await waitUntilComplete(page);
    const opened = row(page, 'app-60');
    if (width < 640) {
      await expect(opened).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('table', { name: /^Artifacts of app-60/ })).toBeInViewport();
      await drawn(page);
      const view = await page.locator('[data-scroller]').boundingBox();
      const top = await opened.boundingBox();
      // The page scrolls as one: nothing but its own bar stands above the row.
      expect((top?.y ?? Number.NaN) - (view?.y ?? 0)).toBeLessThanOrEqual(1);
      return;
    }
    const copy = page.getByRole('button', { name: 'Copy error' });
    await expect(copy).toBeInViewport({ ratio: 1 });
    await expect(opened).toBeInViewport({ ratio: 1 });
    const message = page.getByRole('region', { name: 'Error message' });
    await expect(message.getByText(/step 8: work/)).toBeInViewport();
    await drawn(page);
    // No part of it is beside the table's edge, nor behind its header.
    const view = await table(page).boundingBox();
    const button = await copy.boundingBox();
    const top = await opened.boundingBox();
    if (!view || !button || !top) throw new Error('Something is not drawn.');
    expect(button.x + button.width).toBeLessThanOrEqual(view.x + view.width);
    const header = await page.getByRole('columnheader').first().boundingBox();
    expect(top.y).toBeGreaterThanOrEqual(view.y + (header?.height ?? 0) - 1);
  });
}

test('sorts wherever a header is clicked, and marks no text with Shift', async ({
  page,
  account,
}) => {
  account.fill(40);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await drawn(page);
  for (const name of ['Image', 'Created']) {
    const header = page.getByRole('columnheader', { name, exact: true });
    const box = await header.boundingBox();
    if (!box) throw new Error('There is no header.');
    // The far side of its words; the edge itself is for the width.
    const x = name === 'Image' ? box.x + box.width - 14 : box.x + 6;
    await page.mouse.click(x, box.y + box.height / 2);
    await expect(header).toHaveAttribute('aria-sort', /ascending|descending/);
  }
  await page.keyboard.down('Shift');
  await page.getByRole('columnheader', { name: 'Status', exact: true }).click();
  await page.getByRole('columnheader', { name: 'Duration', exact: true }).click();
  await page.keyboard.up('Shift');
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  expect(new URL(page.url()).searchParams.get('sort')).toMatch(/^status,-?duration$/);
});

test('stands the words of a row on one line', async ({ page, account }) => {
  account.fill(plainBuilds(5));
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const bases = await row(page, 'app-1').evaluate((element) => {
    const words = ['Completed', 'app-1', 'ago', 'min'];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: number[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!words.some((word) => text.nodeValue?.includes(word))) continue;
      // An empty box without a height stands on the line that the words stand on.
      const probe = document.createElement('span');
      probe.style.cssText = 'display:inline-block;width:0;height:0';
      text.parentNode?.insertBefore(probe, text);
      found.push(probe.getBoundingClientRect().bottom);
      probe.remove();
    }
    return found;
  });
  expect(bases.length).toBeGreaterThan(3);
  expect(Math.max(...bases) - Math.min(...bases)).toBeLessThanOrEqual(0.5);
});

test('gives the error the room that nothing else needs, and keeps a width that a person chose', async ({
  page,
  account,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const builds = plainBuilds(30);
  account.fill([
    ...builds.slice(0, 15),
    ...builds.slice(15).map((build) => failed(build, 'failed to solve: no space left '.repeat(4))),
  ]);
  const widthOf = async (name: string) =>
    (await page.getByRole('columnheader', { name, exact: true }).boundingBox())?.width ?? 0;
  await openAs(page, account.token, '/?status=COMPLETED');
  await waitUntilComplete(page);
  await expect.poll(() => widthOf('Error')).toBeLessThanOrEqual(112);
  await page.goto('/?status=FAILED');
  await waitUntilComplete(page);
  await expect.poll(() => widthOf('Error')).toBeGreaterThan(300);
  expect(await widthOf('Image')).toBeGreaterThanOrEqual(200);
  await drawn(page);

  const chosen = (await widthOf('Error')) - 32;
  const handle = page.getByRole('button', { name: /^Width of Error/ });
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => widthOf('Error')).toBe(chosen);
  await page.goto('/?status=COMPLETED');
  await waitUntilComplete(page);
  await expect.poll(() => widthOf('Error')).toBe(chosen);
});

test('cuts neither a stalled badge nor a third artifact, which it counts', async ({
  page,
  account,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const [first, second, third] = plainBuilds(3, 'app', Date.now() - 3 * 86_400_000);
  if (!first || !second || !third) throw new Error('Too few builds were made.');
  const [artifact] = second.artifacts ?? [];
  if (!artifact) throw new Error('No artifact was made.');
  account.fill([
    { ...first, status: 'UPLOADING', completedAt: null, artifacts: [] },
    { ...third, status: 'UPLOADING', completedAt: null },
    { ...second, artifacts: [0, 1, 2].map((at) => ({ ...artifact, id: `artifact-${at}` })) },
  ]);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  await expect(row(page, 'app-0')).toContainText('Uploadingstalled');
  await expect(row(page, 'app-2')).toContainText('its artifacts say otherwise');
  await expect(row(page, 'app-1')).toContainText('+1');
  await drawn(page);
  const cut = await table(page).evaluate((element) =>
    [...element.querySelectorAll('[data-column=status], [data-column=artifacts]')]
      .filter((cell) => cell.scrollWidth > cell.clientWidth)
      .map((cell) => `${cell.textContent} ${cell.scrollWidth} in ${cell.clientWidth}`),
  );
  expect(cut).toEqual([]);
});

for (const size of [24, 32]) {
  test(`grows with the browser's own size of text, ${size} pixels`, async ({ page, account }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    account.fill(60);
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
    await openAs(page, account.token);
    await waitUntilComplete(page);
    await drawn(page);
    const cut = await table(page).evaluate((element) =>
      [...element.querySelectorAll('[data-row]')].flatMap((each) => {
        const box = each.getBoundingClientRect();
        const outside = [...each.querySelectorAll('[role=cell] *')].filter((part) => {
          const inner = part.getBoundingClientRect();
          return inner.height > 0 && (inner.top < box.top - 1 || inner.bottom > box.bottom + 1);
        });
        return outside.map((part) => part.outerHTML.slice(0, 120));
      }),
    );
    expect(cut).toEqual([]);
    const heights = await table(page).evaluate((element) => {
      const first = element.querySelector('[data-row]');
      return {
        row: first?.getBoundingClientRect().height ?? 0,
        text: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      };
    });
    expect(heights.text).toBe(size);
    expect(heights.row).toBeGreaterThanOrEqual(2 * size);
  });
}

test("follows the browser's size of text while it is open", async ({ page, account }) => {
  account.fill(60);
  await openAs(page, account.token);
  await waitUntilComplete(page);
  const height = () =>
    page
      .locator('[data-row]')
      .first()
      .evaluate((element) => element.getBoundingClientRect().height);
  expect(await height()).toBe(32);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 20, fixed: 20 } });
  await expect.poll(height).toBe(40);
});
