import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const ORIGIN = 'http://table.test';
const LAST = 999_999;

type Files = ReadonlyMap<string, { readonly body: string; readonly contentType: string }>;

/** The page with the table alone, built as the product is and served from memory. */
const test = base.extend<object, { files: Files }>({
  files: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it
    async ({}, use) => {
      const built = await build({
        configFile: false,
        root: join(import.meta.dirname, 'support/tablePage'),
        logLevel: 'error',
        plugins: [react(), tailwindcss()],
        build: { write: false },
      });
      const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
      const typeOf = (name: string) =>
        name.endsWith('.html')
          ? 'text/html'
          : name.endsWith('.css')
            ? 'text/css'
            : 'text/javascript';
      await use(
        new Map(
          outputs.map((one) => [
            one.fileName,
            {
              body: one.type === 'chunk' ? one.code : String(one.source),
              contentType: typeOf(one.fileName),
            },
          ]),
        ),
      );
    },
    { scope: 'worker' },
  ],
});

/** Opens the table in a browser that makes no element higher than `highest` pixels. */
async function open(page: Page, files: Files, highest: number, scale: number): Promise<void> {
  await page.route(`${ORIGIN}/**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1) || 'index.html';
    const file = files.get(path);
    return file ? route.fulfill(file) : route.fulfill({ status: 404 });
  });
  await page.addInitScript(
    ([most, ratio]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* { max-height: ${most}px }`);
      document.adoptedStyleSheets = [sheet];
      if (ratio !== 1) Object.defineProperty(window, 'devicePixelRatio', { value: ratio });
    },
    [highest, scale] as const,
  );
  await page.goto(`${ORIGIN}/`);
  await expect(page.locator('[data-row="0"]')).toBeVisible();
}

const table = (page: Page) => page.getByRole('table', { name: 'Numbers' });

/** The rows in view: the number of each, and how far below the header it begins. */
const inView = (page: Page) =>
  table(page).evaluate((element) => {
    const header = element.querySelector('[role=columnheader]')?.parentElement;
    const top = header?.getBoundingClientRect().bottom ?? 0;
    const bottom = element.getBoundingClientRect().bottom;
    return [...element.querySelectorAll('[data-row]')]
      .map((row) => ({
        at: Number(row.getAttribute('data-row')),
        box: row.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.bottom > top + 0.5 && box.top < bottom - 0.5)
      .map(({ at, box }) => ({ at, y: box.top - top }))
      .sort((a, b) => a.at - b.at);
  });

/** Asks the table to show a row at the top, as a key or a link does. */
const goTo = (page: Page, position: number) =>
  page.evaluate((to) => Reflect.get(window, 'table').scrollTo(to, 'start'), position);

/** Scrolls the element as a drag of its bar does, to a share of the way. */
const drag = (page: Page, share: number) =>
  table(page).evaluate((element, to) => {
    element.scrollTop = (element.scrollHeight - element.clientHeight) * to;
  }, share);

/** No row is missing between the first and the last in view, and they fill it. */
async function expectWhole(page: Page): Promise<void> {
  const seen = await inView(page);
  const height = (await table(page).boundingBox())?.height ?? 0;
  expect(seen.length).toBeGreaterThanOrEqual(Math.floor((height - 34) / 32));
  for (const [index, { at, y }] of seen.entries()) {
    expect(at).toBe((seen[0]?.at ?? 0) + index);
    expect(y).toBeCloseTo((seen[0]?.y ?? 0) + index * 32, 0);
  }
}

for (const [browser, highest, scale] of [
  ['Firefox, by its greatest element', 17_895_697, 1],
  ['one that draws a hundredth of it', 178_956, 100],
] as const) {
  test(`reaches every one of 1,000,000 rows in ${browser}`, async ({ page, files }) => {
    await open(page, files, highest, scale);
    for (const position of [1, 511, 16_384, 123_457, 499_999, 559_240, 838_000, 999_000]) {
      await goTo(page, position);
      await expect.poll(async () => (await inView(page))[0]).toMatchObject({ at: position });
      const [first] = await inView(page);
      expect(Math.abs(first?.y ?? Number.NaN), `row ${position}`).toBeLessThanOrEqual(1);
      await expectWhole(page);
    }
  });

  test(`moves pixel by pixel where one reads, by the wheel, in ${browser}`, async ({
    page,
    files,
  }) => {
    await open(page, files, highest, scale);
    for (const position of [400_000, 700_000]) {
      await goTo(page, position);
      await table(page).hover();
      let wanted = position * 32;
      for (const way of [100, 100, -40, 320, -7, -500]) {
        await page.mouse.wheel(0, way);
        wanted += way;
        const place = async () => {
          const [first] = await inView(page);
          return (first?.at ?? Number.NaN) * 32 - (first?.y ?? Number.NaN);
        };
        await expect.poll(async () => Math.abs((await place()) - wanted)).toBeLessThanOrEqual(1);
      }
      await expectWhole(page);
    }
  });

  test(`comes to both ends by the bar and by the keys, in ${browser}`, async ({ page, files }) => {
    await open(page, files, highest, scale);
    const last = page.locator(`[data-row="${LAST}"]`);
    const first = page.locator('[data-row="0"]');
    for (const share of [0.25, 0.5, 0.9]) {
      await drag(page, share);
      await expect
        .poll(async () => Math.abs(((await inView(page))[0]?.at ?? 0) / LAST - share))
        .toBeLessThan(0.02);
      await expectWhole(page);
    }
    await drag(page, 1);
    await expect(last).toBeInViewport({ ratio: 1 });
    await drag(page, 0);
    await expect(first).toBeInViewport({ ratio: 1 });
    expect((await inView(page))[0]).toMatchObject({ at: 0, y: 0 });

    await first.focus();
    await page.keyboard.press('End');
    await expect(last).toBeInViewport({ ratio: 1 });
    await expectWhole(page);
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press('Home');
    await expect(first).toBeInViewport({ ratio: 1 });
    await page.evaluate((to) => Reflect.get(window, 'table').focusRow(to), LAST);
    await expect(last).toBeFocused();
    await expect(last).toBeInViewport({ ratio: 1 });
  });
}

test('comes to both ends by the keys, however slow the machine', async ({ page, files }) => {
  await open(page, files, 17_895_697, 1);
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 30 });
  for (const [key, end] of [
    ['End', LAST],
    ['Home', 0],
  ] as const) {
    await page.locator('[data-row]').first().focus();
    await page.keyboard.press(key);
    await expect(page.locator(`[data-row="${end}"]`)).toBeInViewport({ ratio: 1 });
  }
});

test('moves the bar to its share of the way once nothing scrolls', async ({ page, files }) => {
  await open(page, files, 178_956, 100);
  await goTo(page, 400_000);
  const bar = () => table(page).evaluate((element) => element.scrollTop);
  const share = await bar();
  await table(page).hover();
  await page.mouse.wheel(0, 500);
  await expect.poll(async () => (await inView(page))[0]?.at).toBe(400_015);
  const seen = await inView(page);
  await expect.poll(async () => Math.abs((await bar()) - share)).toBeLessThan(5);
  expect(await inView(page)).toEqual(seen);
  await expectWhole(page);
});
