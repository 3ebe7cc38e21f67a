import type { Page } from '@playwright/test';
import type { FaultReply } from '../support/faultReply.ts';
import type { FaultCall, FaultScript } from '../support/faultServer.ts';
import { expect, test } from '../support/faultTest.ts';
import { listAnswer, plainBuilds } from '../support/listAnswer.ts';
import { signIn, waitUntilComplete, waitUntilHears } from '../support/test.ts';

test.use({ place: 'gateway' });

const field = (page: Page) => page.getByRole('textbox', { name: 'API token' });
const rows = (page: Page) => page.locator('[data-row]');
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' }).click();
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });

async function signInHere(page: Page, token: string): Promise<void> {
  await field(page).fill(token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('table', { name: 'Image builds' })).toBeVisible();
}

interface Held {
  readonly call: FaultCall;
  readonly reply: FaultReply;
}

/** Holds the calls of a token back, and answers all others by the other script. */
function holding(held: Held[], token: string, others: FaultScript): FaultScript {
  return (call, reply) => {
    if (call.token === token) held.push({ call, reply });
    else others(call, reply);
  };
}

test('asks for the token in a field that keeps and tells nothing', async ({ page, faults }) => {
  faults.server.answer((_call, reply) => reply.send({ status: 401 }));
  await page.goto('/');
  await expect(field(page)).toHaveAttribute('type', 'password');
  await expect(field(page)).toHaveAttribute('autocomplete', 'off');
  await expect(field(page)).toHaveAttribute('spellcheck', 'false');
  expect(await field(page).getAttribute('name')).toBeNull();
  await page.getByRole('button', { name: 'Show token' }).click();
  await expect(field(page)).toHaveAttribute('type', 'text');
  await field(page).fill(faults.token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('401');
  await expect(field(page)).toHaveValue('');
});

test('masks the token in whatever the API says', async ({ page, context, faults }) => {
  await context.grantPermissions(['clipboard-write']);
  const [build] = plainBuilds(1);
  const spelled = faults.token.replace('p', '\\u0070');
  faults.list.builds = [
    {
      ...build,
      imageName: `name-${faults.token}`,
      artifacts: [
        {
          ...build?.artifacts?.[0],
          status: 'FAILED',
          fullImagePath: `registry.test/${faults.token}`,
          errorMessage: `Authorization: Bearer ${faults.token} was refused`,
        },
      ],
    },
  ];
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  await page.getByRole('button', { name: /^Show artifacts of/ }).click();
  await expect(page.getByText('Authorization: Bearer •••• was refused').first()).toBeVisible();
  await page.getByRole('button', { name: 'Copy image path' }).click();

  faults.server.answer((_call, reply) =>
    reply.json({ detail: `${faults.token} is odd` }, 400, [`x-request-id: ${faults.token}`]),
  );
  await refresh(page);
  await expect(page.getByRole('alert')).toContainText('•••• is odd');
  await expect(page.getByRole('alert')).toContainText('Request ••••');
  faults.server.answer((_call, reply) =>
    reply.send({ status: 409, body: `{"detail":"${spelled} is spelled oddly"}` }),
  );
  await refresh(page);
  await expect(page.getByRole('alert')).toContainText('•••• is spelled oddly');
});

test('keeps two tabs with two accounts apart, through reloads too', async ({
  page,
  context,
  faults,
  guards,
}) => {
  const other = faults.newToken({ builds: plainBuilds(12, 'other'), cap: 100 });
  guards.watch(other);
  const second = await context.newPage();
  await page.goto('/');
  await second.goto('/');
  await expect(field(second)).toBeVisible();
  await signInHere(page, faults.token);
  await signInHere(second, other);
  for (const each of [page, second]) {
    await expect(status(each)).toHaveText(each === page ? '25 of 25 builds' : '12 of 12 builds');
    await each.reload();
    await waitUntilComplete(each);
    await expect(status(each)).toHaveText(each === page ? '25 of 25 builds' : '12 of 12 builds');
  }
  await expect(page.getByText('other-0')).toHaveCount(0);
  await expect(second.getByText('app-0')).toHaveCount(0);
});

test('lets no late answer of one account into the next', async ({ page, faults, guards }) => {
  const held: Held[] = [];
  const other = faults.newToken({ builds: plainBuilds(12, 'other'), cap: 100 });
  guards.watch(other);
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  faults.server.answer(
    holding(held, faults.token, (call, reply) =>
      reply.json(listAnswer({ builds: plainBuilds(12, 'other'), cap: 100 }, call)),
    ),
  );
  await refresh(page);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signInHere(page, other);
  await expect.poll(() => held.every(({ reply }) => reply.over), 'calls are cancelled').toBe(true);
  for (const { call, reply } of held) reply.json(listAnswer(faults.list, call));
  await refresh(page);
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('12 of 12 builds');
  await expect(page.getByText('app-0')).toHaveCount(0);
});

test('lets no late answer of a refused token end or fill the session after it', async ({
  page,
  faults,
  guards,
}) => {
  const held: Held[] = [];
  const others = { builds: plainBuilds(12, 'other'), cap: 100 };
  const next = faults.newToken(others);
  guards.watch(next);
  faults.list.builds = plainBuilds(780);
  faults.list.cap = 100;
  // Two pages are painted; of the calls that follow, one is refused and the others hang.
  faults.server.answer((call, reply) => {
    if (call.offset < 150) reply.json(listAnswer(faults.list, call));
    else held.push({ call, reply });
  });
  await signIn(page, faults.token);
  await expect.poll(() => held.length).toBeGreaterThan(1);
  faults.server.answer((call, reply) => reply.json(listAnswer(others, call)));
  held.shift()?.reply.send({ status: 401 });
  await expect(page.getByText('The API refused this token (401)')).toBeVisible();
  await signInHere(page, next);
  held.shift()?.reply.send({ status: 401 });
  for (const { call, reply } of held) reply.json(listAnswer(faults.list, call));
  await waitUntilComplete(page);
  await expect(field(page)).toHaveCount(0);
  await expect(status(page)).toHaveText('12 of 12 builds');
  await expect(page.getByText('app-0')).toHaveCount(0);
});

test('asks once however many calls are refused, and takes up a new token of the same account', async ({
  page,
  faults,
  guards,
}) => {
  await signIn(page, faults.token, '/?sort=image');
  await waitUntilComplete(page);
  const next = faults.newToken();
  guards.watch(next);
  const before = faults.server.calls.length;
  faults.server.answer((_call, reply) => reply.send({ status: 401 }));
  await refresh(page);
  await expect(page.getByText('The API refused this token (401)')).toHaveCount(1);
  await expect(field(page)).toBeFocused();
  await expect(rows(page).first()).toBeAttached();
  const asked = faults.server.calls.length;
  expect(asked - before).toBeLessThanOrEqual(4);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  faults.mend();
  await signInHere(page, next);
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('25 of 25 builds');
  expect(new URL(page.url()).search).toBe('?sort=image');
});

test('says why the API refused a token, and blames no token for the web page of a proxy', async ({
  page,
  faults,
}) => {
  const proxied = { status: 403, type: 'text/html', body: '<h1>Company sign-in</h1>' };
  faults.server.answer((_call, reply) => reply.send(proxied));
  await page.goto('/');
  await field(page).fill(faults.token);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('Something before the API');
  await expect(field(page)).toHaveValue(faults.token);
  faults.mend();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await waitUntilComplete(page);
  faults.server.answer((_call, reply) => reply.send({ ...proxied, status: 401 }));
  await refresh(page);
  await expect(page.getByRole('alert')).toContainText(
    'answered with a web page (401). The token was not judged.',
  );
  await expect(field(page)).toHaveCount(0);
  faults.server.answer((_call, reply) => reply.json({ detail: 'Token expired on 1 May' }, 401));
  await refresh(page);
  await expect(page.getByText('The API refused this token (401)')).toBeVisible();
  await expect(page.getByText('Token expired on 1 May')).toBeVisible();
  await expect(field(page)).toBeFocused();
});

test('keeps nothing of an account beside the rows when a refused token is followed by another account', async ({
  page,
  faults,
  guards,
}) => {
  const other = faults.newToken({ builds: plainBuilds(12, 'other'), cap: 100 });
  guards.watch(other);
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  for (const at of [0, 1]) await rows(page).nth(at).getByRole('checkbox').check();
  await rows(page).nth(2).focus();
  await waitUntilHears(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find a view/ }).fill('app-3');
  await page.getByRole('group', { name: 'Builds' }).getByRole('option').first().click();
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: 'Export 2 selected builds' })).toBeVisible();

  faults.server.answer((call, reply) =>
    call.token === other
      ? reply.json(listAnswer({ builds: plainBuilds(12, 'other'), cap: 100 }, call))
      : reply.send({ status: 401 }),
  );
  await refresh(page);
  await signInHere(page, other);
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('12 of 12 builds');
  await expect(page.getByText(/selected/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export all 12 builds' })).toBeEnabled();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await expect(page.getByRole('status', { name: 'Confirmations' })).toHaveText('');
  await expect(page.getByRole('link', { name: 'All, 12 builds' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('status', { name: 'Confirmations' })).toHaveText(
    'Go to a build first.',
  );
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Recent' })).toHaveCount(0);
  await page.getByRole('combobox', { name: /^Find a view/ }).fill('app-');
  await expect(page.getByRole('group', { name: 'Builds' })).toHaveCount(0);
});

test('keeps what is ticked through a refused token of the same account', async ({
  page,
  faults,
  guards,
}) => {
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  await rows(page).first().getByRole('checkbox').check();
  const next = faults.newToken();
  guards.watch(next);
  faults.server.answer((_call, reply) => reply.send({ status: 401 }));
  await refresh(page);
  await expect(field(page)).toBeFocused();
  faults.mend();
  await signInHere(page, next);
  await waitUntilComplete(page);
  await expect(page.getByRole('button', { name: 'Export 1 selected build' })).toBeEnabled();
  await expect(page.getByRole('checkbox', { checked: true })).not.toHaveCount(0);
});

test('ends every tab at sign-out, and leaves nothing in flight, shown or stored', async ({
  page,
  context,
  faults,
}) => {
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  const second = await context.newPage();
  await second.goto('/?status=FAILED');
  await waitUntilComplete(second);
  const held: Held[] = [];
  faults.server.answer(holding(held, faults.token, (_call, reply) => reply.reset()));
  await refresh(page);
  await refresh(second);
  // One call for both tabs: the other one waits for it.
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Sign out' }).click();
  for (const each of [page, second]) {
    await expect(field(each)).toBeVisible();
    await expect(rows(each)).toHaveCount(0);
    await expect(each.getByText('app-0')).toHaveCount(0);
    expect(await each.evaluate(() => sessionStorage.length)).toBe(0);
  }
  await expect.poll(() => held.every(({ reply }) => reply.over)).toBe(true);
});

test('keeps the token on the device only where that was asked for, until sign-out', async ({
  page,
  context,
  faults,
}) => {
  await page.goto('/');
  await page.getByRole('checkbox', { name: 'Remember on this device' }).check();
  await signInHere(page, faults.token);
  await waitUntilComplete(page);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(faults.token);
  const later = await context.newPage();
  // No tab is left that could hand it over.
  await page.close();
  await later.goto('/');
  await waitUntilComplete(later);
  await later.getByRole('button', { name: 'Sign out' }).click();
  await expect(field(later)).toBeVisible();
  await later.reload();
  await expect(field(later)).toBeVisible();
  // From here on nothing of it is left anywhere: the guards look at the end.
});

test('shows nothing when it comes back out of the back-forward cache after a sign-out', async ({
  page,
  faults,
}) => {
  await signIn(page, faults.token);
  await waitUntilComplete(page);
  await page.evaluate(() => {
    // What another tab leaves behind when it signs out while this page is asleep.
    localStorage.setItem('image-builds.signed-out', 'elsewhere');
    localStorage.removeItem('image-builds.session');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(field(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await page.goto('/favicon.svg');
  await page.goBack();
  await expect(field(page)).toBeVisible();
  await expect(page.getByText('app-0')).toHaveCount(0);
});
