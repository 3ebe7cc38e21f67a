import { inspect } from 'node:util';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { browserClock, type ReplicaFrames } from '../lib/surroundings.ts';
import { snapshotOf } from './columns/storeSnapshots.ts';
import { copyKey } from './copy/copyKey.ts';
import { NOTHING_DUE } from './dueNext.ts';
import { ReplicaEngine } from './ReplicaEngine.ts';
import { FakeApi, FakeCopies, FakeVisibility, fakeBuilds, fakeError } from './testing/fakeApi.ts';

const START = Date.UTC(2026, 10, 2);
const MINUTE = 60_000;

let api: FakeApi;
let visibility: FakeVisibility;
let copies: FakeCopies;
let queryClient: QueryClient;
let paints: (() => void)[];
let digest: MockInstance<typeof crypto.subtle.digest>;
const changed = vi.fn();
const refused = vi.fn();
const engines: ReplicaEngine[] = [];

/** Paints when the test says so. */
const frames: ReplicaFrames = {
  frame: () => () => {},
  painted: (then) => {
    paints.push(then);
    return () => {
      paints = paints.filter((one) => one !== then);
    };
  },
};

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  api = new FakeApi();
  visibility = new FakeVisibility();
  copies = new FakeCopies();
  queryClient = new QueryClient();
  paints = [];
  digest = vi.spyOn(crypto.subtle, 'digest');
  changed.mockClear();
  refused.mockClear();
});

afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function make(): ReplicaEngine {
  const engine = new ReplicaEngine({
    token: 'one',
    team: null,
    account: 'account-1',
    queryClient,
    fetchPage: api.fetchPage,
    clock: browserClock,
    frames,
    copies,
    visibility,
    random: () => 0.5,
    onUnauthorized: refused,
    onChange: changed,
  });
  engines.push(engine);
  return engine;
}

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Until every digest, which no clock rules, has come and what waits for it was done. */
async function digested(): Promise<void> {
  await Promise.all(digest.mock.results.map(({ value }) => value));
  await pass();
}

async function paint(): Promise<void> {
  for (const then of paints.splice(0)) then();
  await pass();
}

/** An engine with a proven list and is at rest. */
async function loaded(count: number): Promise<ReplicaEngine> {
  api.lists.set('one', fakeBuilds(count));
  const engine = make();
  engine.start();
  await pass();
  await paint();
  await pass(1000);
  expect(engine.rows.sweep.verdict).toBe('proven');
  api.calls.length = 0;
  changed.mockClear();
  return engine;
}

describe('the start', () => {
  it('asks for nothing before it, and begins once', async () => {
    api.lists.set('one', fakeBuilds(50));
    const engine = make();
    await pass(MINUTE);
    expect(api.calls).toHaveLength(0);
    engine.start();
    engine.start();
    expect(visibility.listeners.size).toBe(1);
    await pass();
    expect(api.asked).toEqual(['0+100']);
  });

  it('asks for nothing more until the first rows are painted', async () => {
    api.lists.set('one', fakeBuilds(3000));
    const engine = make();
    engine.start();
    await pass(5000);
    expect(api.asked).toEqual(['0+100']);
    expect(changed).toHaveBeenCalledWith('now');
    await paint();
    expect(api.asked.slice(0, 3)).toEqual(['0+100', '95+1000', '1090+1000']);
  });

  it('waits while the page is hidden, and begins when it is seen', async () => {
    api.lists.set('one', fakeBuilds(50));
    visibility.set(false);
    const engine = make();
    engine.start();
    await pass(MINUTE);
    expect(api.calls).toHaveLength(0);
    visibility.set(true);
    await pass();
    expect(api.calls).toHaveLength(1);
  });

  it('begins paused too: what was never read is read', async () => {
    api.lists.set('one', fakeBuilds(50));
    const engine = make();
    engine.setPaused(true);
    engine.start();
    await pass(1000);
    expect(engine.rows.store.size).toBe(50);
  });
});

describe('Refresh', () => {
  it('walks a list of a few calls', async () => {
    const engine = await loaded(2412);
    engine.refresh();
    await pass(1000);
    expect(api.asked).toEqual(['0+1000', '995+1000', '1990+1000', '0+100']);
  });

  it('polls the head alone of a list that takes many calls', async () => {
    api.cap = 100;
    const engine = await loaded(1500);
    engine.refresh();
    await pass(1000);
    expect(api.asked).toEqual(['0+100']);
  });

  it('walks such a list too while it is not proven', async () => {
    api.cap = 100;
    const engine = await loaded(1500);
    const list = api.lists.get('one') ?? [];
    list.splice(700, 1);
    engine.refresh();
    await pass(100);
    expect(engine.rows.sweep.verdict).toBe('sought');
    engine.refresh();
    await pass(2000);
    expect(api.asked.length).toBeGreaterThan(16);
    expect(engine.rows.sweep.verdict).not.toBe('unproven');
  });

  it('does not begin a second walk while one is under way', async () => {
    const engine = await loaded(2412);
    api.stalling = true;
    engine.refresh();
    await pass();
    const { walkNo } = engine.rows.sweep;
    engine.refresh();
    await pass();
    expect(engine.rows.sweep.walkNo).toBe(walkNo);
    api.stalling = false;
    api.release();
    await pass(1000);
    expect(engine.rows.sweep.walkNo).toBe(walkNo);
  });

  it('goes on at once after a failure, but waits as long as the API asked for', async () => {
    const engine = await loaded(50);
    api.failures.push(fakeError('forbidden'));
    await pass(31_000);
    expect(engine.error?.kind).toBe('forbidden');
    engine.refresh();
    await pass();
    expect(engine.error).toBeNull();
    api.failures.push(fakeError('limited', 30_000));
    engine.refresh();
    await pass();
    api.calls.length = 0;
    engine.refresh();
    await pass(29_000);
    expect(api.calls).toHaveLength(0);
    await pass(2000);
    expect(api.calls.length).toBeGreaterThan(0);
  });
});

describe('Stop', () => {
  it('ends the loading, and polls go on', async () => {
    api.lists.set('one', fakeBuilds(5000));
    const engine = make();
    engine.start();
    await pass();
    engine.setStopped(true);
    await paint();
    await pass(29_000);
    expect(api.asked).toEqual(['0+100']);
    await pass(5000);
    expect(api.asked).toEqual(['0+100', '0+100']);
    engine.setStopped(false);
    await pass(1000);
    expect(engine.rows.store.size).toBe(5000);
  });

  it('does nothing where all is loaded', async () => {
    const engine = await loaded(50);
    engine.setStopped(true);
    expect(engine.rounds.wishes.stopped).toBe(false);
  });

  it('is not undone by Refresh', async () => {
    api.lists.set('one', fakeBuilds(5000));
    const engine = make();
    engine.start();
    await pass();
    engine.setStopped(true);
    await paint();
    engine.refresh();
    await pass(1000);
    expect(api.asked).toEqual(['0+100', '0+100']);
    expect(engine.rows.store.size).toBe(100);
  });
});

describe('calls', () => {
  it('never ask for a page that is on its way', async () => {
    const engine = await loaded(50);
    api.stalling = true;
    engine.refresh();
    await pass();
    expect(api.asked).toEqual(['0+1000']);
    engine.refresh();
    engine.setPaused(true);
    engine.setPaused(false);
    await pass(40_000);
    expect(api.asked).toEqual(['0+1000', '0+100']);
    expect(engine.calling).toBe(2);
  });

  it('take a breath after one was called off from outside', async () => {
    const engine = await loaded(50);
    api.stalling = true;
    engine.refresh();
    await pass();
    await queryClient.cancelQueries({ queryKey: ['builds'] });
    await pass(999);
    expect(engine.error).toBeNull();
    expect(api.calls).toHaveLength(1);
    api.stalling = false;
    await pass(1000);
    expect(api.calls.length).toBeGreaterThan(1);
    expect(engine.rows.sweep.verdict).toBe('proven');
  });

  it('of large pages that are refused are made smaller without a word', async () => {
    api.lists.set('one', fakeBuilds(900));
    const engine = make();
    engine.start();
    await pass();
    api.failures.push(fakeError('invalid'), fakeError('unreadable'));
    const errors: unknown[] = [];
    changed.mockImplementation(() => errors.push(engine.error));
    await paint();
    await pass(1000);
    changed.mockReset();
    expect(engine.rows.sweep.verdict).toBe('proven');
    expect(errors.filter((error) => error !== null)).toEqual([]);
    expect(engine.rows.sweep.largest).toBe(100);
  });

  it('tell when the next one is due, and how often', async () => {
    const engine = await loaded(50);
    expect(engine.due).toMatchObject({
      nextCheckAt: expect.any(Number),
      everyMs: 30_000,
      pacedUntil: null,
    });
    visibility.set(false);
    expect(engine.due).toEqual(NOTHING_DUE);
    visibility.set(true);
    engine.setPaused(true);
    expect(engine.due).toEqual(NOTHING_DUE);
  });
});

describe('the page', () => {
  it('that is left saves the copy that waits', async () => {
    copies.wish = true;
    const save = vi.spyOn(copies, 'save');
    api.lists.set('one', fakeBuilds(50));
    const engine = make();
    engine.start();
    await digested();
    await paint();
    await digested();
    expect(save).toHaveBeenCalledTimes(1);
    (api.lists.get('one') ?? []).unshift(...fakeBuilds(1, 50));
    engine.refresh();
    await pass(1000);
    expect(engine.rows.store.size).toBe(51);
    expect(save).toHaveBeenCalledTimes(1);
    visibility.set(false);
    await digested();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('that comes back is polled, unless it was just now or it is paused', async () => {
    const engine = await loaded(50);
    visibility.set(false);
    await pass(MINUTE);
    visibility.set(true);
    await pass();
    expect(api.calls).toHaveLength(1);
    visibility.set(false);
    await pass(1999);
    visibility.set(true);
    await pass();
    expect(api.calls).toHaveLength(1);
    engine.setPaused(true);
    visibility.set(false);
    await pass(MINUTE);
    visibility.set(true);
    await pass();
    expect(api.calls).toHaveLength(1);
  });
});

describe('a refused token', () => {
  it('ends all calls, tells once, and stays until there is another', async () => {
    const engine = await loaded(3000);
    api.lists.delete('one');
    engine.refresh();
    await pass();
    expect(refused.mock.calls).toEqual([['one']]);
    expect(engine.calling).toBe(0);
    expect(engine.error?.kind).toBe('unauthorized');
    expect(engine.due.nextCheckAt).toBeNull();
    expect(changed).toHaveBeenCalledWith('now');
    api.calls.length = 0;
    engine.refresh();
    visibility.set(false);
    visibility.set(true);
    await pass(10 * MINUTE);
    expect(api.calls).toHaveLength(0);
    expect(refused).toHaveBeenCalledTimes(1);
  });

  it('may be given again: it is tried again', async () => {
    const engine = await loaded(30);
    const list = api.lists.get('one') ?? [];
    api.lists.delete('one');
    engine.refresh();
    await pass();
    api.lists.set('one', list);
    engine.reauthorize('one');
    expect(engine.rounds.verifying).toBe(true);
    await pass(1000);
    expect(engine.rounds.verifying).toBe(false);
    expect(engine.error).toBeNull();
  });
});

describe('another token', () => {
  it('that is the one in use changes nothing', async () => {
    const engine = await loaded(30);
    engine.reauthorize('one');
    expect(engine.rounds.verifying).toBe(false);
    await pass();
    expect(api.calls).toHaveLength(0);
  });

  it('is tried by one poll of the head, again and again while that fails', async () => {
    const engine = await loaded(3000);
    const list = api.lists.get('one') ?? [];
    api.lists.set('two', list);
    api.failures.push(fakeError('unreadable'), fakeError('unreadable'));
    engine.reauthorize('two');
    await pass();
    expect(api.asked).toEqual(['0+100']);
    expect(engine.rounds.verifying).toBe(true);
    await pass(MINUTE);
    expect(engine.rounds.verifying).toBe(false);
    expect(api.asked.slice(0, 3)).toEqual(['0+100', '0+100', '0+100']);
    expect(engine.rows.store.size).toBe(3000);
  });

  it('of an account that shares no build wipes everything, and loads that one', async () => {
    const engine = await loaded(300);
    api.lists.set('two', fakeBuilds(3, 9000));
    engine.reauthorize('two');
    await pass();
    expect(engine.rows.store.size).toBe(3);
    expect(engine.rows.store.has('b0')).toBe(false);
    await paint();
    await pass(1000);
    expect(engine.rows.sweep.verdict).toBe('proven');
  });

  it('of an account that has no builds now wipes them too', async () => {
    const engine = await loaded(30);
    api.lists.set('two', []);
    engine.reauthorize('two');
    await pass(1000);
    expect(engine.rows.store.size).toBe(0);
    expect(engine.rows.total).toBe(0);
  });
});

describe('a copy', () => {
  const KEY = copyKey('one', null);

  async function keepCopy(count: number): Promise<void> {
    const engine = await loaded(count);
    const snapshot = snapshotOf(engine.rows.store);
    copies.copies.set(await KEY, { snapshot, savedAt: START - MINUTE, stamp: 77 });
    copies.wish = true;
    engine.dispose();
    api.calls.length = 0;
  }

  it('is painted before anything is asked for, and the calls count on from it', async () => {
    await keepCopy(50);
    const engine = make();
    engine.start();
    expect(api.calls).toHaveLength(0);
    await digested();
    expect(engine.rows.store.size).toBe(50);
    expect(engine.rounds.restoredFrom).toBe(START - MINUTE);
    expect(api.calls).toHaveLength(0);
    await paint();
    await pass(1000);
    expect(engine.rounds.restoredFrom).toBeNull();
    expect(api.asked).toEqual(['0+1000']);
    expect(engine.rows.sweep.verdict).toBe('proven');
  });

  it('that is broken or empty is passed over', async () => {
    await keepCopy(0);
    for (const snapshot of [null, { version: 1 }, copies.copies.get(await KEY)?.snapshot]) {
      copies.copies.set(await KEY, { snapshot, savedAt: START, stamp: 77 });
      const engine = make();
      engine.start();
      await digested();
      expect(engine.rounds.restoredFrom).toBeNull();
      expect(api.asked).toEqual(['0+100']);
      engine.dispose();
      api.calls.length = 0;
    }
  });

  it('that comes after the end is not taken', async () => {
    await keepCopy(50);
    const engine = make();
    engine.start();
    engine.dispose();
    await digested();
    await pass(2000);
    expect(engine.rows.store.size).toBe(0);
    expect(paints).toEqual([]);
    expect(api.calls).toHaveLength(0);
  });
});

describe('the end', () => {
  it('blanks what was held, whoever keeps the engine', async () => {
    const engine = await loaded(50);
    const { store } = engine.rows;
    api.failures.push(fakeError('forbidden'));
    engine.refresh();
    await pass();
    expect(engine.error).not.toBeNull();
    engine.dispose();
    expect(engine.rows.store).not.toBe(store);
    expect(engine.rows.store.size).toBe(0);
    expect(engine.rows.total).toBeNull();
    expect(engine.error).toBeNull();
    expect(inspect(engine, { depth: 8, maxStringLength: 200 })).not.toContain("'one'");
  });

  it('tells nobody anything any more', async () => {
    const engine = await loaded(50);
    engine.dispose();
    changed.mockClear();
    engine.refresh();
    engine.setPaused(true);
    await pass(10 * MINUTE);
    expect(changed).not.toHaveBeenCalled();
    expect(api.calls).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('comes in mid paint too', async () => {
    api.lists.set('one', fakeBuilds(500));
    const engine = make();
    engine.start();
    await pass();
    expect(paints).toHaveLength(1);
    engine.dispose();
    expect(paints).toHaveLength(0);
  });
});
