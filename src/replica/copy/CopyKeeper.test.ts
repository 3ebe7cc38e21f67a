import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { browserClock } from '../../lib/surroundings.ts';
import { FakeCopies } from '../testing/fakeApi.ts';
import type { ListCopy } from './Copies.ts';
import { CopyKeeper } from './CopyKeeper.ts';
import { copyKey } from './copyKey.ts';

const START = 1_000_000;
const MINUTE = 60_000;
const OLD: ListCopy = { snapshot: 'old rows', savedAt: START - MINUTE, stamp: 4 };

let copies: FakeCopies;
let list: Pick<ListCopy, 'snapshot' | 'stamp'> | null;
let key: string;
let otherKey: string;
let digest: MockInstance<typeof crypto.subtle.digest>;

beforeEach(async () => {
  key = await copyKey('one', null);
  otherKey = await copyKey('two', null);
  vi.useFakeTimers({ now: START });
  copies = new FakeCopies();
  copies.wish = true;
  list = { snapshot: 'rows', stamp: 9 };
  digest = vi.spyOn(crypto.subtle, 'digest');
});

afterEach(() => {
  vi.restoreAllMocks();
  onLeft.mockClear();
  vi.useRealTimers();
});

const make = (team: string | null = null) =>
  new CopyKeeper({ copies, clock: browserClock, token: 'one', team, list: () => list, onLeft });
const onLeft = vi.fn();

const saves = () => vi.spyOn(copies, 'save');

/** Until every digest, which no clock rules, has come and what waits for it was done. */
async function digested(): Promise<void> {
  await Promise.all(digest.mock.results.map(({ value }) => value));
  await vi.advanceTimersByTimeAsync(0);
}

describe('keeping a copy', () => {
  it('saves a list at once, and then at most once a minute, the newest then', async () => {
    const save = saves();
    const keeper = make();
    keeper.offer(1);
    await digested();
    expect(save.mock.calls).toEqual([[key, { snapshot: 'rows', stamp: 9, savedAt: START }]]);
    vi.advanceTimersByTime(10_000);
    keeper.offer(2);
    keeper.offer(3);
    list = { snapshot: 'more rows', stamp: 12 };
    vi.advanceTimersByTime(49_999);
    await digested();
    expect(save).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    await digested();
    expect(save.mock.calls[1]).toEqual([
      key,
      { snapshot: 'more rows', stamp: 12, savedAt: START + MINUTE },
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not save again what is saved already', async () => {
    const save = saves();
    const keeper = make();
    keeper.offer(1);
    await digested();
    vi.advanceTimersByTime(5 * MINUTE);
    keeper.offer(1);
    keeper.hurry(1);
    await digested();
    expect(save).toHaveBeenCalledTimes(1);
    keeper.offer(2);
    await digested();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('does not wait for a clock that was set back', async () => {
    const save = saves();
    const keeper = make();
    keeper.offer(1);
    await digested();
    vi.setSystemTime(START - 365 * 24 * 60 * MINUTE);
    keeper.offer(2);
    await digested();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('saves what waits when the page is left, once', async () => {
    const save = saves();
    const keeper = make();
    keeper.offer(1);
    await digested();
    keeper.offer(2);
    expect(vi.getTimerCount()).toBe(1);
    keeper.hurry(2);
    await digested();
    expect(save).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(5 * MINUTE);
    await digested();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('saves nothing where nothing is worth keeping, and asks again the next time', async () => {
    const save = saves();
    const keeper = make();
    list = null;
    keeper.offer(1);
    await digested();
    expect(save).not.toHaveBeenCalled();
    list = { snapshot: 'rows', stamp: 9 };
    keeper.offer(1);
    await digested();
    expect(save).toHaveBeenCalledTimes(1);
  });
});

describe('the wish for a copy', () => {
  it('is off until a person asks, and then is remembered', async () => {
    copies.wish = false;
    const save = saves();
    const keeper = make();
    expect(keeper.on).toBe(false);
    keeper.offer(1);
    keeper.hurry(1);
    await digested();
    expect(save).not.toHaveBeenCalled();
    keeper.set(true);
    expect(keeper.on).toBe(true);
    expect(copies.wish).toBe(true);
    keeper.offer(1);
    await digested();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('takes the copy of this account away when it ends, and no other', async () => {
    copies.copies.set(key, OLD);
    copies.copies.set(otherKey, OLD);
    const keeper = make();
    keeper.set(false);
    await digested();
    expect([...copies.copies.keys()]).toEqual([otherKey]);
    expect(copies.wish).toBe(false);
  });

  it('that ends where the browser does not remove the copy says so, until it is wanted again', async () => {
    const keeper = make();
    copies.broken = true;
    keeper.set(false);
    await digested();
    expect(keeper.left).toBe(true);
    expect(onLeft).toHaveBeenCalledOnce();
    keeper.set(true);
    expect(keeper.left).toBe(false);
  });

  it('changes nothing where it is what it was', async () => {
    copies.copies.set(key, OLD);
    const want = vi.spyOn(copies, 'want');
    make().set(true);
    await digested();
    expect(want).not.toHaveBeenCalled();
    expect(copies.copies.size).toBe(1);
  });

  it('saves the same list again after it went and came', async () => {
    const save = saves();
    const keeper = make();
    keeper.offer(1);
    await digested();
    keeper.set(false);
    keeper.set(true);
    keeper.offer(1);
    await digested();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('that ends while a save is on its way leaves no copy', async () => {
    const save = saves();
    const keeper = make();
    keeper.offer(1);
    keeper.set(false);
    await digested();
    expect(save).not.toHaveBeenCalled();
  });
});

describe('a start', () => {
  it('brings the copy of this account', async () => {
    copies.copies.set(key, OLD);
    copies.copies.set(otherKey, { ...OLD, snapshot: 'of another' });
    expect(await make().load(Promise.resolve())).toEqual(OLD);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reads none where none is wanted', async () => {
    copies.wish = false;
    const load = vi.spyOn(copies, 'load');
    expect(await make().load(Promise.resolve())).toBeNull();
    expect(load).not.toHaveBeenCalled();
  });

  it('goes on without a copy that does not come in a second and a half', async () => {
    copies.load = () => new Promise(() => {});
    let loaded: unknown = 'nothing yet';
    void make()
      .load(Promise.resolve())
      .then((copy) => {
        loaded = copy;
      });
    await vi.advanceTimersByTimeAsync(1499);
    expect(loaded).toBe('nothing yet');
    await vi.advanceTimersByTimeAsync(1);
    expect(loaded).toBeNull();
  });

  it('goes on without a copy that cannot be read, and without a name for it', async () => {
    copies.load = () => Promise.reject(new Error('broken'));
    expect(await make().load(Promise.resolve())).toBeNull();
    digest.mockRejectedValue(new Error('no cryptography here'));
    const load = vi.spyOn(copies, 'load');
    expect(await make().load(Promise.resolve())).toBeNull();
    expect(load).not.toHaveBeenCalled();
  });
});

describe('another token of the same account', () => {
  it('moves the copy to its name', async () => {
    copies.copies.set(key, OLD);
    const keeper = make();
    keeper.offer(1);
    await digested();
    keeper.renew('two');
    await digested();
    expect([...copies.copies.keys()]).toEqual([]);
    vi.advanceTimersByTime(MINUTE);
    keeper.offer(1);
    await digested();
    expect([...copies.copies.keys()]).toEqual([otherKey]);
  });

  it('saves nothing under the name of the old one', async () => {
    const keeper = make();
    keeper.offer(1);
    keeper.renew('two');
    await digested();
    expect([...copies.copies.keys()]).toEqual([]);
  });
});

describe('the end', () => {
  it('saves nothing any more, not even what is on its way', async () => {
    const save = saves();
    const keeper = make();
    keeper.offer(1);
    keeper.end();
    await digested();
    keeper.offer(2);
    keeper.hurry(3);
    await digested();
    expect(save).not.toHaveBeenCalled();
  });

  it('leaves no timer', async () => {
    const keeper = make();
    keeper.offer(1);
    await digested();
    keeper.offer(2);
    expect(vi.getTimerCount()).toBe(1);
    keeper.end();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps the copy that lies on the device, and the wish', async () => {
    copies.copies.set(key, OLD);
    make().end();
    await digested();
    expect(copies.copies.size).toBe(1);
    expect(copies.wish).toBe(true);
  });
});

it('does nothing where the browser cannot name a copy', async () => {
  copies.copies.set(key, OLD);
  const keeper = make();
  digest.mockRejectedValue(new Error('no cryptography here'));
  const save = saves();
  keeper.offer(1);
  keeper.renew('two');
  keeper.set(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(save).not.toHaveBeenCalled();
  expect(copies.copies.size).toBe(1);
});
