import type { Page } from '@playwright/test';
import type { FaultReply } from '../support/faultReply.ts';
import type { FaultCall } from '../support/faultServer.ts';
import { expect, test } from '../support/faultTest.ts';
import { hideable } from '../support/hideable.ts';
import { listAnswer, plainBuilds } from '../support/listAnswer.ts';
import { openAs, waitUntilComplete } from '../support/test.ts';

test.use({ place: 'gateway' });

const rows = (page: Page) => page.locator('[data-row]');
const alert = (page: Page) => page.getByRole('alert');
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' }).click();
const retry = (page: Page) => alert(page).getByRole('button', { name: 'Retry' }).click();
const status = (page: Page) => page.getByRole('status').filter({ hasText: 'builds' });

interface Held {
  readonly call: FaultCall;
  readonly reply: FaultReply;
}

test('keeps what came when the network goes in mid load, and ends the load when it is back', async ({
  page,
  context,
  faults,
}) => {
  const held: Held[] = [];
  faults.list.builds = plainBuilds(350);
  faults.list.cap = 100;
  faults.server.answer((call, reply) => {
    if (call.offset === 0) reply.json(listAnswer(faults.list, call));
    else held.push({ call, reply });
  });
  await openAs(page, faults.token);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await context.setOffline(true);
  for (const { reply } of held) reply.reset();
  await expect(alert(page)).toContainText('The API cannot be reached. Check the connection.');
  await expect(alert(page)).toContainText('The builds below are from');
  await expect(rows(page).first()).toBeVisible();
  faults.mend();
  await context.setOffline(false);
  await retry(page);
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('350 of 350 builds');
});

test('says that it is offline at the start, and loads once it no longer is', async ({
  page,
  faults,
}) => {
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  faults.server.answer((_call, reply) => reply.reset());
  await page.reload();
  await expect(alert(page)).toContainText('The API cannot be reached');
  await expect(page.getByText('No builds yet')).toHaveCount(0);
  faults.mend();
  await retry(page);
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('25 of 25 builds');
});

test('outlives a network that flaps', async ({ page, context, faults }) => {
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  for (const count of [26, 27, 28]) {
    await context.setOffline(true);
    await refresh(page);
    await expect(alert(page)).toContainText('cannot be reached');
    faults.list.builds = plainBuilds(count);
    await context.setOffline(false);
    await retry(page);
    await expect(alert(page)).toHaveCount(0);
    await waitUntilComplete(page);
    await expect(status(page)).toHaveText(`${count} of ${count} builds`);
  }
});

test('does not believe a browser that thinks it is offline', async ({ page, faults }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => false });
  });
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  faults.list.builds = plainBuilds(31);
  await refresh(page);
  await expect(status(page)).toHaveText('31 of 31 builds');
});

test('says so politely when a connection is reset, before its headers or in mid body', async ({
  page,
  faults,
}) => {
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  faults.server.answer((_call, reply) => reply.reset());
  await refresh(page);
  await expect(alert(page)).toContainText('The API cannot be reached');
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeFocused();
  faults.mend();
  await retry(page);
  await expect(alert(page)).toHaveCount(0);
  faults.server.answer((call, reply) =>
    reply.resetInBody({ body: JSON.stringify(listAnswer(faults.list, call)) }),
  );
  await refresh(page);
  await expect(alert(page)).toContainText('The API cannot be reached');
  await expect(rows(page).first()).toBeVisible();
});

for (const [name, answer] of [
  ['never ends', (_call, reply) => reply.hang()],
  [
    'comes one byte a second',
    (call, reply) => reply.drip({ body: JSON.stringify(call.target) }, 1000),
  ],
] satisfies [string, (call: FaultCall, reply: FaultReply) => void][]) {
  test(`waits 35 seconds for an answer that ${name}, then says so`, async ({ page, faults }) => {
    await page.clock.install();
    await openAs(page, faults.token);
    await waitUntilComplete(page);
    const before = faults.server.calls.length;
    faults.server.answer(answer);
    const since = await page.evaluate(() => Date.now());
    await refresh(page);
    await expect.poll(() => faults.server.calls.length).toBeGreaterThan(before);
    // The clock stands then: a machine that is slow to look does not wait for longer.
    await page.clock.pauseAt(since + 30_000);
    await page.clock.runFor(1000);
    await expect(alert(page)).toHaveCount(0);
    await page.clock.resume();
    await page.clock.fastForward(6_000);
    await expect(alert(page)).toContainText('did not answer in full within 35 seconds');
    await expect(rows(page).first()).toBeVisible();
  });
}

test('puts pages that come in the wrong order together as one list', async ({ page, faults }) => {
  const held: Held[] = [];
  faults.list.builds = plainBuilds(780);
  faults.list.cap = 100;
  // Two pages teach the size of a page; those that follow are asked for side by side.
  faults.server.answer((call, reply) => {
    if (call.offset < 150) reply.json(listAnswer(faults.list, call));
    else held.push({ call, reply });
  });
  await openAs(page, faults.token);
  await expect.poll(() => held.length).toBeGreaterThan(1);
  faults.mend();
  for (const { call, reply } of held.reverse()) reply.json(listAnswer(faults.list, call));
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('780 of 780 builds');
});

test('waits for Retry-After by the clock of the API, and counts down', async ({ page, faults }) => {
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  // The API lives a year ago; between its own two times there are ninety seconds.
  const date = new Date('2020-02-01T00:00:00Z');
  const until = new Date(date.getTime() + 90_000);
  faults.server.answer((_call, reply) =>
    reply.json({ detail: 'slow down' }, 429, [
      `date: ${date.toUTCString()}`,
      `retry-after: ${until.toUTCString()}`,
    ]),
  );
  await refresh(page);
  await expect(alert(page)).toContainText('Too many requests (429)');
  const left = async () => {
    const [, seconds] = /Next try in 1 min (\d+) s/.exec(await alert(page).innerText()) ?? [];
    return Number(seconds);
  };
  await expect.poll(left).toBeLessThanOrEqual(30);
  const first = await left();
  await expect.poll(left).toBeLessThan(first);
});

test('tells a quota, which no waiting cures, from a limit of requests', async ({
  page,
  faults,
}) => {
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  const before = faults.server.calls.length;
  faults.server.answer((_call, reply) =>
    reply.json({ detail: 'Image limit exceeded. Personal has 100 images.' }, 429),
  );
  await refresh(page);
  await expect(alert(page)).toContainText('Waiting does not change that');
  await expect(alert(page)).toContainText('Personal has 100 images');
  expect(faults.server.calls.length - before).toBe(1);
});

test('takes nonsense with 200 for a failure, never for no builds', async ({ page, faults }) => {
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  for (const body of [
    '',
    'null',
    '[]',
    '{}',
    '"x"',
    '<!doctype html><p>Log in to the network</p>',
    '{"data": [{"id": "b',
    '{"errors": [{"param": "limit", "details": "too large"}]}',
  ]) {
    faults.server.answer((_call, reply) => reply.send({ body }));
    await page.reload();
    await expect(alert(page), body).toContainText('is not a list of builds');
    await expect(alert(page).getByRole('button', { name: 'Retry' })).toBeVisible();
    await expect(page.getByText('No builds yet')).toHaveCount(0);
  }
});

test('asks nothing while it is hidden, for eight hours, and looks at once on return', async ({
  page,
  faults,
}) => {
  const setHidden = await hideable(page);
  await page.clock.install();
  await openAs(page, faults.token);
  await waitUntilComplete(page);
  await setHidden(true);
  // A round trip: a call that the page had made would have arrived before it.
  const arrived = () => page.evaluate(() => fetch('/gateway.json').then((answer) => answer.text()));
  await arrived();
  const before = faults.server.calls.length;
  await page.clock.fastForward('08:00:00');
  await arrived();
  expect(faults.server.calls.length).toBe(before);
  faults.list.builds = plainBuilds(33);
  await setHidden(false);
  await waitUntilComplete(page);
  await expect(status(page)).toHaveText('33 of 33 builds');
});
