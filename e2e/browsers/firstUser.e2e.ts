import { test as unguarded } from '@playwright/test';
import { pasted } from '../support/pasted.ts';
import { startGateway } from '../support/startGateway.ts';
import { expect, signIn, test, waitUntilComplete } from '../support/test.ts';

test('signs in, filters, sorts, opens a build, and comes back to all of it by the address', async ({
  page,
  account,
}) => {
  const builds = account.fill(40);
  await signIn(page, account.token);
  await waitUntilComplete(page);
  const table = page.getByRole('table', { name: 'Image builds' });
  const failed = builds.filter(({ status }) => status === 'FAILED').length;
  await page.getByRole('button', { name: /^Failed [\d,]+$/ }).click();
  await expect(page).toHaveURL(/\?status=FAILED$/);
  await expect(page.getByText(`${failed} of 40 builds`)).toBeVisible();
  await table.getByRole('button', { name: 'Duration', exact: true }).click();
  await expect(page).toHaveURL(/sort=/);
  await page
    .getByRole('button', { name: /^Show artifacts of/ })
    .first()
    .click();
  await expect(page).toHaveURL(/open=/);
  await expect(page.getByRole('table', { name: /^Artifacts of/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('table', { name: /^Artifacts of/ })).toHaveCount(0);
  const address = page.url();
  await page.reload();
  await expect(page.getByText(`${failed} of 40 builds`)).toBeVisible();
  expect(page.url()).toBe(address);
});

// What is refused here is an error on the console: this page is under no guard.
unguarded(
  'runs no inline script, takes no inline style, calls nobody else and frames nobody',
  async ({ page }) => {
    const gateway = await startGateway([]);
    await page.goto(gateway.url);
    await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
    const broken = await page.evaluate(async () => {
      const heard = new Set<string>();
      const all = new Promise((done) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          // Trusted Types refuse a script before its own directive does, where the browser has them.
          const isScript = /^(?:require-trusted-types-for|script-src)/.test(effectiveDirective);
          heard.add(isScript ? 'script' : effectiveDirective);
          if (heard.size === 4) done(null);
        });
      });
      const add = (name: string, text: string) => {
        const element = document.createElement(name);
        try {
          element.textContent = text;
        } catch {
          // Refused already.
        }
        document.head.append(element);
      };
      add('script', 'window.intruder = true');
      add('style', 'body { display: none }');
      const frame = document.createElement('iframe');
      frame.src = location.href;
      document.body.append(frame);
      const called = await fetch('http://127.0.0.1:1/').then(
        () => true,
        () => false,
      );
      await all;
      const shown = getComputedStyle(document.body).display !== 'none';
      return { heard: [...heard].sort(), called, shown, ran: 'intruder' in window };
    });
    await gateway.stop();
    expect(broken).toEqual({
      heard: ['connect-src', 'frame-src', 'script', 'style-src-elem'],
      called: false,
      shown: true,
      ran: false,
    });
  },
);

test('keeps the token for the tab, on the device where that is asked for, and nowhere after a sign-out', async ({
  page,
  account,
  guards,
}) => {
  guards.allowRemembered();
  account.fill(3);
  const kept = () =>
    page.evaluate(() => [
      Object.values({ ...sessionStorage }).join(),
      Object.values({ ...localStorage }).join(),
    ]);
  await signIn(page, account.token);
  const [tab = '', device = ''] = await kept();
  expect([tab.includes(account.token), device.includes(account.token)]).toEqual([true, false]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('checkbox', { name: 'Remember on this device' }).check();
  await page.getByRole('textbox', { name: 'API token' }).fill(account.token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
  expect((await kept())[1]).toContain(account.token);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('textbox', { name: 'API token' })).toBeVisible();
  expect((await kept()).join()).not.toContain(account.token);
});

test('copies the link of a view, which pastes as it is', async ({
  page,
  context,
  account,
  browserName,
}) => {
  // Others ask for a click alone, as a Chromium with a window does.
  if (browserName === 'chromium') await context.grantPermissions(['clipboard-write']);
  account.fill(3);
  await signIn(page, account.token, '/?status=FAILED,COMPLETED');
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await pasted(page)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?status=/);
});

test('puts every build of the view on paper', async ({ page, account }) => {
  account.fill(60);
  await signIn(page, account.token);
  await waitUntilComplete(page);
  const drawn = await page.evaluate(async () => {
    const region = () => document.querySelector('[aria-label="Builds to print"]');
    // What draws it is loaded after the first rows.
    while (region() === null) {
      dispatchEvent(new Event('beforeprint'));
      await new Promise((next) => requestAnimationFrame(next));
    }
    return region()?.querySelectorAll('tbody tr').length;
  });
  expect(drawn).toBe(60);
});
