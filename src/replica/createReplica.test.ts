import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReplica, type Replica } from './createReplica.ts';
import {
  FakeApi,
  FakeCopies,
  FakeVisibility,
  fakeBuild,
  fakeBuilds,
  fakeError,
} from './testing/fakeApi.ts';

const START = Date.UTC(2026, 10, 2);
const HOUR = 3_600_000;

let api: FakeApi;
let visibility: FakeVisibility;
let copies: FakeCopies;
let queryClient: QueryClient;
let refused: string[];
const open: Replica[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  api = new FakeApi();
  visibility = new FakeVisibility();
  copies = new FakeCopies();
  queryClient = new QueryClient();
  refused = [];
});

afterEach(() => {
  for (const replica of open.splice(0)) replica.dispose();
  vi.useRealTimers();
});

function make(token = 'one'): Replica {
  const replica = createReplica({
    token,
    queryClient,
    visibility,
    copies,
    fetchPage: api.fetchPage,
    onUnauthorized: (bad) => refused.push(bad),
    random: () => 0.5,
  });
  open.push(replica);
  return replica;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** By the real clock: a limit against hanging, no measure. */
const LONGEST_WAIT = 30_000;
const { setTimeout: later, performance: stopwatch } = globalThis;
const realNow = stopwatch.now.bind(stopwatch);

/** Waits by the fake clock, and for what no clock rules, such as a digest. */
async function eventually(holds: () => void): Promise<void> {
  const ends = realNow() + LONGEST_WAIT;
  for (;;) {
    try {
      holds();
      return;
    } catch (error) {
      if (realNow() > ends) throw error;
    }
    await pass(50);
    await new Promise((resolve) => later(resolve, 1));
  }
}

async function loaded(count: number): Promise<Replica> {
  api.lists.set('one', fakeBuilds(count));
  const replica = make();
  replica.start();
  await eventually(() => expect(replica.getState().completeness).toBe('complete'));
  await pass(500);
  return replica;
}

function idsOf({ table }: Replica): string[] {
  return Array.from({ length: table.rowCount }, (_, row) => row)
    .filter((row) => table.alive[row] === 1)
    .map((row) => table.id.at(row))
    .sort();
}

const serverIds = (token = 'one') => (api.lists.get(token) ?? []).map(({ id }) => id).sort();

describe('loading', () => {
  it('paints page 1 before it asks for page 2, then reads on in large pages', async () => {
    api.lists.set('one', fakeBuilds(2412));
    const replica = make();
    const seen: string[] = [];
    replica.subscribe(() => seen.push(`${replica.getState().loaded} after ${api.calls.length}`));
    replica.start();
    await pass(1000);
    expect(seen).toContain('100 after 1');
    expect(api.asked).toEqual(['0+100', '95+1000', '1090+1000', '2085+1000', '0+100']);
    expect(replica.getState()).toMatchObject({
      completeness: 'complete',
      loaded: 2412,
      total: 2412,
    });
    expect(idsOf(replica)).toEqual(serverIds());
  });

  it('says while a call is under way, and how far the walk is', async () => {
    api.lists.set('one', fakeBuilds(2412));
    const replica = make();
    expect(replica.getState()).toMatchObject({ fetching: false, walk: null });
    replica.start();
    await pass(0);
    api.stalling = true;
    await pass(1000);
    expect(replica.getState()).toMatchObject({ fetching: true, walk: { seen: 100, total: 2412 } });
    api.release();
    await pass(1000);
    expect(replica.getState()).toMatchObject({ fetching: true, walk: { seen: 2412, total: 2412 } });
    api.stalling = false;
    api.release();
    await pass(1000);
    expect(replica.getState()).toMatchObject({ fetching: false, walk: null });
  });

  it('has an account of its own in the query cache, unless one is named', async () => {
    const keys = vi.spyOn(queryClient, 'fetchQuery');
    for (const token of ['one', 'two']) {
      api.lists.set(token, fakeBuilds(1));
      make(token).start();
    }
    const { fetchPage } = api;
    const named = createReplica({
      token: 'one',
      account: 'mine',
      queryClient,
      visibility,
      copies,
      fetchPage,
      onUnauthorized: () => {},
    });
    open.push(named);
    named.start();
    await pass(100);
    const accounts = new Set(keys.mock.calls.map(([{ queryKey }]) => String(queryKey[1])));
    expect([...accounts]).toEqual([
      expect.stringMatching(/^account-\d+\/0$/),
      expect.stringMatching(/^account-\d+\/0$/),
      'mine/0',
    ]);
  });

  it('keeps four calls in flight', async () => {
    api.lists.set('one', fakeBuilds(8000));
    const replica = make();
    replica.start();
    await pass(500);
    api.calls.length = 0;
    api.lists.set('two', fakeBuilds(8000));
    const second = make('two');
    second.start();
    await pass(0);
    api.stalling = true;
    await pass(500);
    expect(api.calls.filter(({ token }) => token === 'two')).toHaveLength(5);
  });

  it('asks on while answers that are here are still to be read, up to eight', async () => {
    api.lists.set('one', fakeBuilds(20_000));
    const replica = make();
    replica.start();
    api.arriving = true;
    await pass(0);
    api.stalling = true;
    await pass(500);
    expect(api.calls).toHaveLength(1 + 8);
    api.stalling = false;
    api.release();
    await eventually(() => expect(replica.getState().completeness).toBe('complete'));
    expect(idsOf(replica)).toEqual(serverIds());
  });

  it('takes answers in any order', async () => {
    api.lists.set('one', fakeBuilds(3500));
    api.stalling = true;
    const replica = make();
    replica.start();
    for (let turn = 0; turn < 8; turn += 1) {
      await pass(200);
      api.release(true);
    }
    await pass(500);
    expect(idsOf(replica)).toEqual(serverIds());
    expect(replica.getState().completeness).toBe('complete');
  });

  it('says that an account without builds is complete', async () => {
    const replica = await loaded(0);
    expect(replica.getState()).toMatchObject({ loaded: 0, total: 0 });
  });

  it('stays at 240 calls a minute where the server caps pages, and says that it is paced', async () => {
    api.lists.set('one', fakeBuilds(9000));
    api.cap = 20;
    const replica = make();
    replica.start();
    await pass(5000);
    expect(replica.getState().pacedUntil).not.toBeNull();
    await pass(54_900);
    expect(api.calls.length).toBeLessThanOrEqual(240);
    await pass(4 * 60_000);
    expect(replica.getState().completeness).toBe('complete');
    expect(idsOf(replica)).toEqual(serverIds());
  });

  it('falls back to small pages where large ones are refused', async () => {
    api.lists.set('one', fakeBuilds(250));
    const fetchPage = api.fetchPage;
    const replica = createReplica({
      token: 'one',
      queryClient,
      visibility,
      copies,
      fetchPage: (request) =>
        request.limit > 100 ? Promise.reject(fakeError('invalid')) : fetchPage(request),
      onUnauthorized: () => {},
    });
    open.push(replica);
    replica.start();
    await pass(1000);
    expect(replica.getState()).toMatchObject({ completeness: 'complete', error: null });
  });

  it('counts rows that cannot be read as rows of the server', async () => {
    const list = fakeBuilds(250);
    api.lists.set('one', list);
    const replica = createReplica({
      token: 'one',
      queryClient,
      visibility,
      copies,
      fetchPage: async (request) => {
        const page = await api.fetchPage(request);
        const builds = page.builds.filter(({ id }) => id !== 'b77');
        if (builds.length === page.builds.length) return page;
        const unreadable = [
          { id: 'b77', lost: 'build' as const, field: 'imageName', problem: 'expected text' },
        ];
        return { ...page, builds, unreadable };
      },
      onUnauthorized: () => {},
    });
    open.push(replica);
    replica.start();
    await pass(1000);
    const state = replica.getState();
    expect(state).toMatchObject({ completeness: 'complete', loaded: 249, total: 250, unread: 1 });
    expect(state.unreadable.map(({ id }) => id)).toEqual(['b77']);
    await pass(120_000);
    expect(replica.getState()).toMatchObject({ completeness: 'complete', loaded: 249 });
    expect(replica.getState().unreadable).toBe(state.unreadable);
  });

  it('keeps what came when it is stopped, and goes on when asked', async () => {
    api.lists.set('one', fakeBuilds(5000));
    const replica = make();
    replica.start();
    await pass(0);
    replica.stop();
    await pass(1000);
    expect(replica.getState()).toMatchObject({ completeness: 'stopped', loaded: 100 });
    replica.resume();
    await pass(1000);
    expect(replica.getState()).toMatchObject({ completeness: 'complete', loaded: 5000 });
  });

  it('leaves no page in the query cache', async () => {
    await loaded(2412);
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });
});

describe('staying fresh', () => {
  it('polls every 30 s, and every 5 s while a build is active', async () => {
    const replica = await loaded(50);
    api.calls.length = 0;
    await pass(61_000);
    expect(api.calls).toHaveLength(2);
    const list = api.lists.get('one') ?? [];
    list.unshift(fakeBuild(50, { status: 'BUILDING', createdAt: new Date().toISOString() }));
    await pass(30_000);
    expect(replica.getState()).toMatchObject({ active: 1, pollEveryMs: 5000, loaded: 51 });
    api.calls.length = 0;
    await pass(50_000);
    expect(api.calls.length).toBeGreaterThanOrEqual(9);
  });

  it('refreshes an active build deep in the list by its page alone', async () => {
    const list = fakeBuilds(3000);
    const deep = fakeBuild(999, { status: 'BUILDING', createdAt: new Date(START).toISOString() });
    list[2000] = deep;
    api.lists.set('one', list);
    const replica = make();
    replica.start();
    await pass(1000);
    list[2000] = { ...deep, status: 'COMPLETED' };
    api.calls.length = 0;
    await pass(5500);
    expect(api.calls.length).toBeLessThanOrEqual(2);
    const row = replica.table.rowOf('b999') ?? -1;
    expect(replica.table.build(row).status).toBe('COMPLETED');
    expect([...replica.getState().changedRows]).toEqual([row]);
  });

  it('finds builds that vanished, and burst by hundreds at the front', async () => {
    const replica = await loaded(1500);
    const list = api.lists.get('one') ?? [];
    list.splice(700, 3);
    list.unshift(...fakeBuilds(450, 1500));
    await pass(5 * 60_000);
    expect(idsOf(replica)).toEqual(serverIds());
    expect(replica.getState().completeness).toBe('complete');
  });

  it('makes one call a minute while hidden and watching, walks nothing, and none when that ends', async () => {
    const replica = await loaded(2412);
    api.calls.length = 0;
    visibility.set(false);
    replica.setWatching(true);
    await pass(HOUR);
    expect(api.calls.length).toBeGreaterThanOrEqual(58);
    expect(api.calls.length).toBeLessThanOrEqual(60);
    expect(new Set(api.asked)).toEqual(new Set(['0+100']));
    api.lists.get('one')?.unshift(fakeBuild(9000));
    await pass(61_000);
    expect(replica.getState().loaded).toBe(2413);
    replica.setWatching(false);
    api.calls.length = 0;
    await pass(HOUR);
    expect(api.calls).toHaveLength(0);
  });

  it('asks nothing while hidden, and at once on return, once', async () => {
    const replica = await loaded(50);
    visibility.set(false);
    api.calls.length = 0;
    await pass(8 * HOUR);
    expect(api.calls).toHaveLength(0);
    expect(replica.getState().nextCheckAt).toBeNull();
    visibility.set(true);
    await pass(0);
    visibility.set(true);
    await pass(1000);
    expect(api.calls).toHaveLength(1);
  });

  it('fires no burst after sleep', async () => {
    await loaded(50);
    api.calls.length = 0;
    vi.setSystemTime(Date.now() + 8 * HOUR);
    await pass(31_000);
    expect(api.calls.length).toBeLessThanOrEqual(2);
  });

  it('survives a clock that is set back a year', async () => {
    await loaded(50);
    vi.setSystemTime(Date.now() - 365 * 24 * HOUR);
    visibility.set(true);
    api.calls.length = 0;
    await pass(65_000);
    expect(api.calls.length).toBeGreaterThanOrEqual(2);
  });

  it('asks nothing while paused, but on request', async () => {
    const replica = await loaded(50);
    replica.setPaused(true);
    api.calls.length = 0;
    await pass(10 * 60_000);
    visibility.set(false);
    visibility.set(true);
    await pass(60_000);
    expect(api.calls).toHaveLength(0);
    replica.refresh();
    await pass(200);
    expect(api.calls).toHaveLength(1);
    await pass(10 * 60_000);
    expect(api.calls).toHaveLength(1);
  });
});

describe('failures', () => {
  it('keep the rows, slow the pace, and pass', async () => {
    const replica = await loaded(50);
    api.failures.push(fakeError('server'), fakeError('server'), fakeError('server'));
    await pass(33_000);
    expect(replica.getState()).toMatchObject({ loaded: 50, completeness: 'complete' });
    expect(replica.getState().error?.kind).toBe('server');
    await pass(35_000);
    expect(replica.getState().error).toBeNull();
  });

  it('that no waiting cures stop the calls until the person asks', async () => {
    const replica = await loaded(50);
    api.failures.push(fakeError('forbidden'));
    await pass(35_000);
    expect(replica.getState()).toMatchObject({ nextCheckAt: null, loaded: 50 });
    api.calls.length = 0;
    await pass(10 * 60_000);
    expect(api.calls).toHaveLength(0);
    replica.refresh();
    await pass(200);
    expect(replica.getState().error).toBeNull();
  });

  it('of too many calls wait as long as the API says, and say so at once', async () => {
    const replica = await loaded(50);
    api.failures.push(fakeError('limited', 60_000));
    replica.refresh();
    await pass(200);
    const { error, nextCheckAt } = replica.getState();
    expect(error?.kind).toBe('limited');
    expect(nextCheckAt).toBeGreaterThanOrEqual(Date.now() + 59_000);
    api.calls.length = 0;
    await pass(59_000);
    expect(api.calls).toHaveLength(0);
    await pass(2000);
    expect(replica.getState().error).toBeNull();
  });
});

it('walks on to what was deleted however little may be asked, and active builds are polled', async () => {
  api.cap = 100;
  const replica = await loaded(1500);
  for (let nth = 0; nth < 5; nth++) {
    api.failures.push(fakeError('limited', 1000));
    replica.refresh();
    await pass(2000);
  }
  const list = (api.lists.get('one') ?? []).map((build, at) =>
    at % 100 === 5 ? { ...build, status: 'BUILDING' } : build,
  );
  api.lists.set(
    'one',
    list.filter((_, at) => at % 15 !== 7),
  );
  replica.refresh();
  await pass(8 * 60_000);
  expect(idsOf(replica)).toEqual(serverIds());
  expect(replica.getState().completeness).toBe('complete');
  // The polls go on beside it.
  const heads = api.calls.filter(({ offset }) => offset === 0).length;
  expect(heads).toBeGreaterThan(5);
});

describe('the token', () => {
  it('ends once at a 401, whatever is in flight, and keeps the rows', async () => {
    const replica = await loaded(3000);
    api.stalling = true;
    api.lists.delete('one');
    replica.refresh();
    await pass(200);
    expect(api.calls.length).toBeGreaterThan(6);
    api.release();
    await pass(200);
    expect(refused).toEqual(['one']);
    expect(replica.getState().loaded).toBe(3000);
    api.calls.length = 0;
    await pass(10 * 60_000);
    expect(api.calls).toHaveLength(0);
  });

  it('may change, and the rows stay when the account is the same', async () => {
    const replica = await loaded(300);
    const list = api.lists.get('one') ?? [];
    api.lists.delete('one');
    replica.refresh();
    await pass(200);
    api.lists.set('two', [fakeBuild(900), ...list]);
    replica.reauthorize('two');
    expect(replica.getState().verifying || replica.getState().loaded === 300).toBe(true);
    await pass(2000);
    expect(replica.getState()).toMatchObject({
      loaded: 301,
      verifying: false,
      error: null,
      account: 0,
    });
    expect(idsOf(replica)).toEqual(serverIds('two'));
  });

  it('of another account wipes everything before any of its rows show', async () => {
    const replica = await loaded(300);
    api.lists.delete('one');
    replica.refresh();
    await pass(200);
    api.lists.set('two', fakeBuilds(120, 5000));
    const mixed: boolean[] = [];
    replica.subscribe(() => {
      const ids = idsOf(replica);
      mixed.push(ids.includes('b0') && ids.includes('b5000'));
    });
    replica.reauthorize('two');
    await pass(2000);
    expect(mixed).not.toContain(true);
    expect(idsOf(replica)).toEqual(serverIds('two'));
    expect(replica.getState()).toMatchObject({ completeness: 'complete', account: 1 });
  });

  it('that is refused late does not end the session of the new one', async () => {
    const replica = await loaded(300);
    const list = api.lists.get('one') ?? [];
    api.lists.delete('one');
    api.lists.set('two', list);
    api.stalling = true;
    replica.refresh();
    await pass(200);
    replica.reauthorize('two');
    api.stalling = false;
    api.release();
    await pass(2000);
    expect(refused).toEqual([]);
    expect(replica.getState()).toMatchObject({ loaded: 300, error: null });
  });

  it('is in no query key', async () => {
    api.lists.set('one', fakeBuilds(10));
    api.stalling = true;
    const replica = make();
    replica.start();
    await pass(0);
    const keys = queryClient
      .getQueryCache()
      .getAll()
      .map((query) => query.queryHash);
    expect(keys).toHaveLength(1);
    expect(keys.join()).not.toContain('"one');
  });
});

describe('the end', () => {
  it('leaves no timer, no listener, no call, and takes nothing that comes late', async () => {
    api.lists.set('one', fakeBuilds(3000));
    const replica = make();
    replica.start();
    await pass(0);
    api.stalling = true;
    await pass(300);
    const { signal } = api.calls.at(-1) ?? {};
    replica.dispose();
    expect(signal?.aborted).toBe(true);
    api.release();
    await pass(0);
    expect(visibility.listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(replica.table.size).toBe(0);
  });

  it('leaves timers and listeners flat over half an hour of life', async () => {
    const replica = await loaded(400);
    const timers = vi.getTimerCount();
    const list = api.lists.get('one') ?? [];
    for (let turn = 0; turn < 60; turn += 1) {
      list.unshift(fakeBuild(400 + turn, { status: turn % 3 === 0 ? 'BUILDING' : 'FAILED' }));
      if (turn % 7 === 0) list.splice(200, 1);
      await pass(30_000);
    }
    await pass(6 * 60_000);
    expect(idsOf(replica)).toEqual(serverIds());
    expect(vi.getTimerCount()).toBeLessThanOrEqual(timers + 2);
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });
});

describe('a copy', () => {
  it('is shown at once on the next visit, with its age, and set right', async () => {
    copies.wish = true;
    const first = await loaded(300);
    await eventually(() => expect(copies.copies.size).toBe(1));
    first.dispose();
    const list = api.lists.get('one') ?? [];
    list.splice(10, 2);
    api.stalling = true;
    const second = make();
    second.start();
    await eventually(() => expect(second.getState().loaded).toBe(300));
    expect(second.getState().restoredFrom).toBeGreaterThanOrEqual(START);
    api.stalling = false;
    api.release();
    await pass(5000);
    expect(idsOf(second)).toEqual(serverIds());
    expect(second.getState()).toMatchObject({ completeness: 'complete', restoredFrom: null });
  });

  it('is never made unasked, and goes when it is unwanted', async () => {
    const replica = await loaded(30);
    await pass(5 * 60_000);
    expect(copies.copies.size).toBe(0);
    replica.keepCopy(true);
    expect(replica.getState().keepsCopy).toBe(true);
    await eventually(() => expect(copies.copies.size).toBe(1));
    expect([...copies.copies.keys()].join()).toMatch(/^[0-9a-f]{64}$/);
    replica.keepCopy(false);
    await eventually(() => expect(copies.copies.size).toBe(0));
    expect(copies.wish).toBe(false);
  });

  it('that is corrupt is as good as none', async () => {
    copies.wish = true;
    copies.load = () =>
      Promise.resolve({ snapshot: { version: 'x', rows: 7 }, savedAt: 1, stamp: 3 });
    const replica = await loaded(30);
    expect(replica.getState().restoredFrom).toBeNull();
  });

  it('that storage cannot hold harms nothing', async () => {
    copies.wish = true;
    copies.broken = true;
    const replica = await loaded(30);
    await pass(120_000);
    expect(replica.getState()).toMatchObject({ completeness: 'complete', loaded: 30 });
  });
});

describe('a list that is replaced again and again', () => {
  const generation = (at: number) =>
    fakeBuilds(300).map((build) => ({ ...build, id: `g${at}-${build.id}` }));

  it('takes no more room than the list, and stays complete and fresh', async () => {
    api.lists.set('one', generation(0));
    const replica = make();
    replica.start();
    await pass(2000);
    for (let at = 1; at <= 6; at += 1) {
      api.lists.set('one', generation(at));
      replica.refresh();
      await eventually(() => {
        replica.refresh();
        expect(replica.getState()).toMatchObject({ completeness: 'complete', loaded: 300 });
        expect(idsOf(replica)).toEqual(serverIds());
      });
      await pass(2000);
      expect(replica.table.rowCount).toBeLessThanOrEqual(900);
    }
    const [first = fakeBuild(0), ...rest] = generation(6);
    api.lists.set('one', [{ ...first, status: 'FAILED' }, ...rest]);
    replica.refresh();
    await pass(2000);
    expect(replica.table.build(replica.table.rowOf(first.id) ?? -1).status).toBe('FAILED');
  });

  it('leaves no copy of what is gone on this device', async () => {
    copies.wish = true;
    api.lists.set('one', generation(0));
    const replica = make();
    replica.start();
    await eventually(() => expect(copies.copies.size).toBe(1));
    api.lists.set('one', generation(1));
    const kept = () => JSON.stringify([...copies.copies.values()].map(({ snapshot }) => snapshot));
    await eventually(() => {
      replica.refresh();
      expect(kept()).toContain('g1-b0');
    });
    expect(kept()).not.toContain('g0-');
  });
});
