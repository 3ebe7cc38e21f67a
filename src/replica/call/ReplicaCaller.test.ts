import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserClock } from '../../lib/surroundings.ts';
import { FakeApi, fakeBuilds, fakeError } from '../testing/fakeApi.ts';
import { Outdated, ReplicaCaller } from './ReplicaCaller.ts';

const START = 5_000_000;
const PAGE = { offset: 0, limit: 100 };

let api: FakeApi;
let caller: ReplicaCaller;
let queryClient: QueryClient;
const limited = vi.fn();
const arrived = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  limited.mockClear();
  arrived.mockClear();
  api = new FakeApi();
  api.lists.set('one', fakeBuilds(300));
  api.lists.set('two', fakeBuilds(5));
  queryClient = new QueryClient();
  caller = new ReplicaCaller({
    queryClient,
    account: 'account-7',
    token: 'one',
    team: null,
    fetchPage: api.fetchPage,
    clock: browserClock,
    onLimited: limited,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A call and how it ended, once it has. */
function send(ask = PAGE) {
  const call = { end: 'under way' as unknown };
  caller.send(ask, arrived).then(
    (answer) => {
      call.end = answer;
    },
    (error: unknown) => {
      call.end = error;
    },
  );
  return call;
}

const settled = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('a call', () => {
  it('brings a page, with its number and when it was sent', async () => {
    const first = send();
    await settled(100);
    const second = send({ offset: 95, limit: 1000 });
    await settled();
    expect(first.end).toMatchObject({ stamp: 1, sentAt: START, page: { total: 300 } });
    expect(second.end).toMatchObject({ stamp: 2, sentAt: START + 100, page: { offset: 95 } });
    expect(api.asked).toEqual(['0+100', '95+1000']);
    expect(api.calls[0]?.token).toBe('one');
    expect(caller.stamp).toBe(2);
  });

  it('says when its answer is here and is still to be read', async () => {
    api.arriving = true;
    api.stalling = true;
    send();
    await settled();
    expect(arrived).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing in the query cache, however it ends', async () => {
    api.failures.push(fakeError('forbidden'));
    const call = send();
    send({ offset: 95, limit: 1000 });
    await settled();
    expect(call.end).toMatchObject({ kind: 'forbidden' });
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });

  it('stands under the account, never under the token', async () => {
    api.stalling = true;
    send();
    await settled();
    const [query] = queryClient.getQueryCache().getAll();
    expect(query?.queryKey).toEqual(['builds', 'account-7/0', 0, 100]);
  });

  it('that fails for good says why', async () => {
    const failure = fakeError('invalid');
    api.failures.push(failure);
    const call = send();
    await settled();
    expect(call.end).toBe(failure);
    expect(limited).not.toHaveBeenCalled();
  });

  it('that may pass is tried again unseen, and counts anew', async () => {
    api.failures.push(fakeError('server'));
    const call = send();
    await settled(60_000);
    expect(call.end).toMatchObject({ stamp: 2, page: { total: 300 } });
    expect(api.calls).toHaveLength(2);
  });

  it('that met a limit of requests is told of at once', async () => {
    const failure = fakeError('limited', 1000);
    api.failures.push(failure);
    send();
    await settled();
    expect(limited.mock.calls).toEqual([[failure]]);
  });

  it('that was called off by others is no failure of the API', async () => {
    api.stalling = true;
    const call = send();
    await settled();
    await queryClient.cancelQueries({ queryKey: ['builds'] });
    await settled();
    expect(call.end).toBeInstanceOf(Error);
    expect(call.end).not.toBeInstanceOf(Outdated);
    expect(call.end).toMatchObject({ name: expect.not.stringContaining('ApiError') });
  });
});

describe('another token', () => {
  it('is the one in use from then on', async () => {
    caller.renew('two');
    expect(caller.token).toBe('two');
    const call = send();
    await settled();
    expect(call.end).toMatchObject({ page: { total: 5 } });
    expect(api.calls.map(({ token }) => token)).toEqual(['two']);
  });

  it('cancels the calls of the old one, whose end is nobody’s business', async () => {
    api.stalling = true;
    const call = send();
    await settled();
    caller.renew('two');
    expect(api.calls[0]?.signal?.aborted).toBe(true);
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
    await settled();
    expect(call.end).toBeInstanceOf(Outdated);
    expect(call.end).toMatchObject({ name: 'Outdated' });
  });

  it('hears nothing of a limit that the old one met', async () => {
    let fail: (error: Error) => void = () => {};
    const late = new ReplicaCaller({
      queryClient,
      account: 'account-8',
      token: 'one',
      team: null,
      fetchPage: () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
      clock: browserClock,
      onLimited: limited,
    });
    const ended = late.send(PAGE, arrived).catch((error: unknown) => error);
    await settled();
    late.renew('two');
    fail(fakeError('limited', 1000));
    await settled();
    expect(await ended).toBeInstanceOf(Outdated);
    expect(limited).not.toHaveBeenCalled();
  });

  it('goes on counting', async () => {
    send();
    await settled();
    caller.renew('two');
    const call = send();
    await settled();
    expect(call.end).toMatchObject({ stamp: 2 });
  });
});

it('counts on from a copy, and never back', async () => {
  caller.skipStamps(40);
  expect(caller.stamp).toBe(40);
  caller.skipStamps(7);
  const call = send();
  await settled();
  expect(call.end).toMatchObject({ stamp: 41 });
});

describe('the budget', () => {
  it('is spent by each call that is sent', async () => {
    expect(caller.opensAt(START)).toBe(START);
    for (let call = 0; call < 120; call += 1) send({ offset: call, limit: 1 });
    await settled();
    expect(caller.opensAt(START)).toBe(START + 250);
  });

  it('is halved when the API asks for fewer calls, and let out again after long quiet', async () => {
    caller.tighten(START);
    for (let call = 0; call < 60; call += 1) send({ offset: call, limit: 1 });
    await settled();
    expect(caller.opensAt(START)).toBe(START + 500);
    const later = START + 5 * 60_000;
    caller.opensAt(later);
    vi.setSystemTime(later);
    for (let call = 0; call < 60; call += 1) send({ offset: call, limit: 1 });
    await settled();
    expect(caller.opensAt(later)).toBe(later);
  });
});
