import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBuild, fakeBuilds, fakeError } from '../testing/fakeApi.ts';
import { type Tab, Tabs } from './testing/Tabs.ts';

// The same name, made while timers stand still.
vi.mock('../copy/copyKey.ts', () => ({
  copyKey: async (token: string, team: string | null) =>
    createHash('sha256')
      .update(team === null ? token : `${token}\n${team}`)
      .digest('hex'),
}));

const START = Date.UTC(2026, 10, 2);
const MINUTE = 60_000;

let tabs: Tabs;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  tabs = new Tabs();
});

afterEach(() => {
  tabs.close();
  vi.useRealTimers();
});

async function open(count: number, builds = 50): Promise<Tab[]> {
  tabs.api.lists.set('one', fakeBuilds(builds));
  const opened: Tab[] = [];
  for (let tab = 0; tab < count; tab += 1) {
    opened.push(tabs.start());
    await tabs.pass(2000);
  }
  return opened;
}

/** A push that goes on: a build comes each 3 s and ends 20 s later. */
async function restless(seconds: number): Promise<void> {
  const { list } = tabs;
  for (let gone = 0; gone < seconds; gone += 3) {
    const number = 50_000 + gone;
    list.unshift(fakeBuild(number, { status: 'BUILDING', createdAt: new Date().toISOString() }));
    const at = list.findIndex(({ id }) => id === `b${number - 21}`);
    const old = list[at];
    if (old) list.splice(at, 1, { ...old, status: 'COMPLETED' });
    await tabs.pass(3000);
  }
}

function expectAllRight(): void {
  for (const tab of tabs.open) {
    expect(tabs.rowsOf(tab)).toEqual(tabs.rowsOfServer);
    expect(tab.replica.getState()).toMatchObject({ completeness: 'complete', error: null });
  }
}

async function callsOf(count: number, seconds: number): Promise<number> {
  tabs.close();
  tabs = new Tabs();
  await open(count, 20_000);
  await restless(seconds);
  await tabs.pass(12_000);
  expectAllRight();
  return tabs.api.calls.length;
}

describe('five tabs of one account', () => {
  it('ask at most 1.2 times as often as one, and hold the same at the end', async () => {
    const one = await callsOf(1, 120);
    const five = await callsOf(5, 120);
    expect(five).toBeLessThanOrEqual(one * 1.2);
  }, 60_000);

  it('are as fresh as the one that asks', async () => {
    await open(5);
    await tabs.pass(5 * MINUTE);
    const states = [...tabs.open].map(({ replica }) => replica.getState());
    expect(new Set(states.map(({ updatedAt }) => updatedAt)).size).toBe(1);
    expect(Date.now() - (states[0]?.updatedAt ?? 0)).toBeLessThan(34_000);
  }, 60_000);

  it('say nothing to each other that holds the token, nor under its name', async () => {
    const token = 'pit_0123456789abcdef';
    tabs.api.lists.set(token, fakeBuilds(50));
    tabs.start(true, token);
    await tabs.pass(2000);
    tabs.start(true, token);
    await tabs.pass(MINUTE);
    expect(tabs.lines.said.length).toBeGreaterThan(3);
    expect(JSON.stringify(tabs.lines.said)).not.toContain(token);
    expect(tabs.lines.said[0]?.name).toMatch(/^image-builds\.pages\/[0-9a-f]{64}$/);
    expect(tabs.locks.names).toEqual(new Set([tabs.lines.said[0]?.name]));
  });

  it('take nothing from a tab of another token', async () => {
    tabs.api.lists.set('two', fakeBuilds(7, 900));
    const [one] = await open(1);
    const two = tabs.start(true, 'two');
    await tabs.pass(MINUTE);
    if (one) expect(tabs.rowsOf(one)).toEqual(tabs.rowsOfServer);
    expect(tabs.rowsOf(two)).toHaveLength(7);
    // After a refusal, one goes on as the other does, and hears it from then on.
    tabs.api.lists.delete('one');
    await tabs.pass(MINUTE);
    one?.replica.reauthorize('two');
    await tabs.pass(MINUTE);
    if (one) expect(tabs.rowsOf(one)).toEqual(tabs.rowsOf(two));
    const calls = one?.calls;
    const updates = two.calls + (calls ?? 0);
    await tabs.pass(5 * MINUTE);
    expect((one?.calls ?? 0) + two.calls - updates).toBeLessThanOrEqual(14);
  }, 60_000);

  it('go on within 5 s when the one that asks breaks off in mid sweep, and lose nothing', async () => {
    const [, , last] = await open(3, 5000);
    if (!last) throw new Error('not open');
    // The last one that was seen leads: it walks the list and is gone with its calls under way.
    tabs.api.stalling = true;
    for (const { replica } of tabs.open) replica.refresh();
    await tabs.pass(700);
    expect(tabs.api.calls.at(-1)).toMatchObject({ limit: 1000 });
    tabs.list.unshift(fakeBuild(99_999));
    tabs.kill(last);
    tabs.api.stalling = false;
    tabs.api.release();
    tabs.api.calls.length = 0;
    await tabs.pass(5000);
    expect(tabs.api.calls.length).toBeGreaterThan(0);
    await tabs.pass(20_000);
    expectAllRight();
  }, 60_000);

  it('go on where the one that leads hangs and says nothing', async () => {
    const [, two] = await open(2);
    // It holds the lock, and asks nothing more.
    two?.replica.setPaused(true);
    tabs.list.unshift(fakeBuild(777));
    await tabs.pass(40_000);
    const [one] = tabs.open;
    if (one) expect(tabs.rowsOf(one)).toEqual(tabs.rowsOfServer);
  });

  it('ask once for a person who wants it fresh in all of them, and each time anew', async () => {
    await open(3);
    await tabs.pass(10_000);
    tabs.list.unshift(fakeBuild(888));
    tabs.api.calls.length = 0;
    for (const { replica } of tabs.open) replica.refresh();
    await tabs.pass(1500);
    expectAllRight();
    const calls = tabs.api.calls.length;
    await tabs.pass(3000);
    tabs.list.unshift(fakeBuild(889));
    const [one] = tabs.open;
    one?.replica.refresh();
    await tabs.pass(1500);
    if (one) expect(tabs.rowsOf(one)).toEqual(tabs.rowsOfServer);
    expect(calls).toBeLessThanOrEqual(3);
  });

  it('are all told when the token is refused', async () => {
    await open(3);
    tabs.api.lists.clear();
    tabs.api.calls.length = 0;
    await tabs.pass(MINUTE);
    expect([...tabs.open].map(({ refused }) => refused)).toEqual([['one'], ['one'], ['one']]);
    expect(tabs.api.calls).toHaveLength(1);
  });

  it('all wait as long as the API asked one of them to', async () => {
    await open(5);
    await tabs.pass(10_000);
    tabs.api.failures.push(fakeError('limited', 40_000));
    tabs.api.calls.length = 0;
    for (const { replica } of tabs.open) replica.refresh();
    await tabs.pass(39_000);
    expect(tabs.api.calls).toHaveLength(1);
    await tabs.pass(MINUTE);
    expectAllRight();
  });

  it('wait for a failing server together', async () => {
    await open(5);
    tabs.api.failures.push(...Array.from({ length: 40 }, () => fakeError('server', 30_000)));
    tabs.api.calls.length = 0;
    await tabs.pass(3 * MINUTE);
    expect(tabs.api.calls.length).toBeLessThanOrEqual(8);
    tabs.api.failures.length = 0;
    await tabs.pass(10 * MINUTE);
    expectAllRight();
  }, 60_000);

  it('spend one budget', async () => {
    tabs.api.cap = 20;
    await open(3, 5000);
    tabs.api.calls.length = 0;
    await tabs.pass(MINUTE);
    expect(tabs.api.calls.length).toBeLessThanOrEqual(245);
  }, 60_000);

  it('that nobody sees make no calls but those of the one that watches', async () => {
    const opened = await open(4);
    for (const { visibility } of opened) visibility.set(false);
    opened[1]?.replica.setWatching(true);
    await tabs.pass(MINUTE);
    tabs.api.calls.length = 0;
    await tabs.pass(10 * MINUTE);
    expect(tabs.api.calls.length).toBeGreaterThanOrEqual(9);
    expect(tabs.api.calls.length).toBeLessThanOrEqual(10);
    for (const { visibility } of opened) visibility.set(true);
    await tabs.pass(5000);
    expectAllRight();
  }, 60_000);

  it('each ask for themselves where the browser has no locks', async () => {
    tabs.hasLocks = false;
    await open(2);
    await tabs.pass(MINUTE);
    expectAllRight();
    expect(tabs.lines.said).toEqual([]);
  });

  it('hear nothing and say nothing once they ended', async () => {
    const [one] = await open(2);
    one?.replica.dispose();
    tabs.api.calls.length = 0;
    const said = one?.calls;
    await tabs.pass(5 * MINUTE);
    expect(one?.calls).toBe(said);
    expect(one?.replica.table.size).toBe(0);
  });
});
