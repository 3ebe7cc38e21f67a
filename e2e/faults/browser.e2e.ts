import type { Page } from '@playwright/test';
import { findViolations } from '../support/axe.ts';
import { expect, test } from '../support/faultTest.ts';
import { plainBuilds } from '../support/listAnswer.ts';
import { openAs, signIn, waitUntilComplete } from '../support/test.ts';

test.use({ place: 'gateway' });

const rows = (page: Page) => page.locator('[data-row]');
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' }).click();
const YEAR = 365 * 24 * 60 * 60 * 1000;

test('works where storage is switched off', async ({ page, faults }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('switched off', 'SecurityError');
        },
      });
    }
  });
  await page.goto('/');
  await page.getByRole('checkbox', { name: 'Remember on this device' }).check();
  await page.getByRole('textbox', { name: 'API token' }).fill(faults.token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await waitUntilComplete(page);
  await expect(page.getByText('This browser does not store anything')).toBeVisible();
  await expect(status(page)).toHaveText('25 of 25 builds');
});

test('works where storage is full', async ({ page, faults }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(status(page)).toHaveText('25 of 25 builds');
});

for (const text of ['{"version":0,"token":["', '{"version":0,"views":{"a":1}}', '[[[', 'null']) {
  test(`reads nothing out of storage that holds ${text}`, async ({ page, faults }) => {
    await page.addInitScript((kept) => {
      const names = ['session', 'signed-out', 'theme', 'views', 'table', 'keys', 'keep', 'csv'];
      for (const name of names) {
        localStorage.setItem(`image-builds.${name}`, kept);
        if (!sessionStorage.getItem(`image-builds.${name}`)) {
          sessionStorage.setItem(`image-builds.${name}`, kept);
        }
      }
    }, text);
    await signIn(page, faults.token);
    await waitUntilComplete(page);
    await expect(status(page)).toHaveText('25 of 25 builds');
  });
}

test('offers a reload, once, when a newer page has replaced a piece of this one', async ({
  page,
  faults,
  guards,
}) => {
  guards.allowConsole(/dynamically imported module/);
  // In a tab that is signed in already, the sign-in is a piece that was never loaded.
  await page.addInitScript((token) => {
    if (sessionStorage.length > 0) return;
    sessionStorage.setItem('image-builds.session', JSON.stringify({ version: 1, token, mark: '' }));
  }, faults.token);
  await page.goto('/');
  await waitUntilComplete(page);
  const files = [...faults.server.files];
  for (const [path] of files) {
    if (path.startsWith('/assets/')) faults.server.files.delete(path);
  }
  await page.getByRole('button', { name: 'Sign out' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('could not be loaded');
  for (const [path, file] of files) faults.server.files.set(path, file);
  await alert.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
});

for (const kind of ['refuses', 'has no clipboard'] as const) {
  // Without one is every page over plain http from another machine.
  test(`offers the text in a field when the browser ${kind}`, async ({ page, faults }) => {
    await page.addInitScript((refuses) => {
      if (refuses) {
        navigator.clipboard.writeText = () =>
          Promise.reject(new DOMException('refused', 'NotAllowedError'));
      } else Object.defineProperty(navigator, 'clipboard', { value: undefined });
    }, kind === 'refuses');
    await openAs(page, faults.token);
    await waitUntilComplete(page);
    await page.getByRole('button', { name: 'Show artifacts of app-0:latest' }).click();
    await page.getByRole('button', { name: 'Copy image path' }).click();
    const field = page.getByRole('textbox', { name: 'Text of the image path' });
    await expect(field).toBeFocused();
    const path = await field.inputValue();
    expect(path).toContain('app-0');
    expect(await page.evaluate(() => String(getSelection()))).toBe(path);
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('dialog', { name: 'Copy the link of this view' })).toBeVisible();
  });
}

for (const [name, shift] of [
  ['ahead', YEAR],
  ['behind', -YEAR],
] as const) {
  test(`works by a clock that is a year ${name}`, async ({ page, faults }) => {
    await page.clock.install({ time: Date.now() + shift });
    await openAs(page, faults.token);
    await waitUntilComplete(page);
    const [row] = await rows(page).allInnerTexts();
    expect(row).not.toMatch(/-\d+ (s|min|h|d)/);
    if (shift < 0) expect(row).toContain('just now');
    faults.list.builds = plainBuilds(26);
    await refresh(page);
    await expect(status(page)).toHaveText('26 of 26 builds');
    await page.clock.fastForward(60_000);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('outlives a translation that rewrites its text', async ({ page, faults, guards }) => {
  guards.allowConsole(/NotFoundError/);
  const translate = () =>
    page.evaluate(() => {
      // As the translators of browsers do: each text goes into an element of their own.
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode())
        if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
      for (const text of texts) {
        if (!text.data.trim()) continue;
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(document.createTextNode(text.data));
      }
    });
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await translate();
  await page.getByRole('button', { name: 'Show artifacts of app-1:latest' }).click();
  faults.list.builds = plainBuilds(40);
  await refresh(page);
  await translate();
  await page.getByRole('button', { name: 'Image', exact: true }).click();
  faults.server.answer((_call, reply) => reply.send({ status: 403 }));
  await refresh(page);
  await translate();
  faults.mend();
  await refresh(page);
  await page.getByRole('searchbox', { name: 'Search builds' }).fill('app-7');
  await expect(page.locator('[data-row="app-7"]')).toBeVisible();
  await expect(page.locator('[data-row="app-1"]')).toHaveCount(0);
  await expect(page.getByText('could not be drawn')).toHaveCount(0);
});

test('keeps a failure to draw in its cell', async ({ page, faults, guards }) => {
  guards.allowConsole(/no such character/);
  const [first, second, ...others] = plainBuilds(25);
  faults.list.builds = [first, { ...second, imageName: 'torn\u202ename' }, ...others];
  await page.addInitScript(() => {
    const codePointAt = String.prototype.codePointAt;
    String.prototype.codePointAt = function (at) {
      if (String(this) === '\u202e') throw new Error('no such character');
      return codePointAt.call(this, at);
    };
  });
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  const row = page.locator('[data-row="app-1"]');
  await expect(row.getByTitle('This cell could not be drawn').first()).toBeVisible();
  await expect(row).toContainText('Completed');
  await expect(page.locator('[data-row="app-2"]')).toContainText('app-2');
  await expect(status(page)).toHaveText('25 of 25 builds');
});

test('tells statuses apart by word under forced colours', async ({ page, faults }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await expect(rows(page).first()).toContainText('Completed');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(
      document.activeElement ?? document.body,
    );
    return `${outlineStyle} ${outlineWidth}`;
  });
  expect(outline).toBe('solid 2px');
  const violations = await findViolations(page);
  expect(violations).toEqual([]);
});

test('can be used at 400 % zoom, on 320 by 200 pixels', async ({ page, faults }) => {
  await page.setViewportSize({ width: 320, height: 200 });
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  // These come after the rows, and make the lines above them wrap anew.
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeAttached();
  await expect(page.getByRole('button', { name: /^Export/ })).toBeAttached();
  await page.getByRole('button', { name: 'Show artifacts of app-0:latest' }).click();
  await expect(page.getByRole('table', { name: 'Artifacts of app-0:latest' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
});

test('moves nothing for those who asked for less motion', async ({ page, faults }) => {
  const builds = plainBuilds(25).map((build) => ({ ...build, status: 'BUILDING' }));
  faults.list.builds = builds;
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  const icon = page.locator('[data-row] .turning').first();
  const turned = () => icon.evaluate((element) => getComputedStyle(element).rotate);
  const before = await turned();
  await expect.poll(turned).not.toBe(before);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await turned()).toBe('none');
  const running = () =>
    document.getAnimations().filter(({ playState }) => playState === 'running').length;
  expect(await page.evaluate(running)).toBe(0);
});
