import { describe, expect, it, vi } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { buildOf } from '../../contract/testing/builds.ts';
import { listOf, rowsOf } from '../../replica/testing/listOf.ts';
import { newestOf } from './newestOf.ts';
import { ViewCounter } from './ViewCounter.ts';

const NOW = Date.parse('2026-11-20T10:00:00Z');

/** A page that is idle when told to be; time passes when told to. */
function fakePage({ slowBy = 0 } = {}) {
  let now = NOW;
  let waiting: { readonly due: number; readonly run: () => void }[] = [];
  return {
    now: () => {
      now += slowBy;
      return now;
    },
    whenIdle(run: () => void, after: number) {
      const one = { due: now + after, run };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    waiting: () => waiting.length,
    /** One slice of idle time; false when nothing was due. */
    slice() {
      const next = waiting.find(({ due }) => due <= now);
      waiting = waiting.filter((one) => one !== next);
      next?.run();
      return next !== undefined;
    },
    idle() {
      let slices = 0;
      while (this.slice()) slices += 1;
      return slices;
    },
    pass(ms: number) {
      now += ms;
    },
  };
}

const listed = (...builds: readonly Build[]) => listOf(builds);

const failed = buildOf('a', { status: 'FAILED' });
const running = buildOf('b', {
  status: 'BUILDING',
  createdAt: '2026-11-20T09:59:00Z',
  completedAt: null,
});
const searches = ['', '?status=FAILED', '?is=active', '?q=nowhere'];

function counting(store = listed(failed, running)) {
  const page = fakePage();
  const counter = new ViewCounter(page);
  const heard = vi.fn();
  const leave = counter.subscribe(heard);
  counter.request({ table: store.table, searches });
  const counts = () => searches.map((search) => counter.get().get(search)?.count);
  return { page, counter, heard, leave, store, counts };
}

describe('the counter of views', () => {
  it('counts each view and says how new its builds are', () => {
    const { page, counter, counts, heard } = counting();
    expect(counter.get().size).toBe(0);
    page.idle();
    expect(counts()).toEqual([2, 1, 1, 0]);
    expect(counter.get().get('')?.newest).toBe(Date.parse('2026-11-20T09:59:00Z'));
    expect(counter.get().get('?status=FAILED')?.newest).toBe(Date.parse('2026-11-20T09:04:05Z'));
    expect(counter.get().get('?q=nowhere')?.newest).toBe(Number.NEGATIVE_INFINITY);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('looks at one view in a slice of idle time', () => {
    const { page } = counting();
    expect(page.idle()).toBeGreaterThan(searches.length);
  });

  it('counts again as builds come, at most once a second', () => {
    const { page, counter, counts, store } = counting();
    page.idle();
    for (let stamp = 2; stamp < 10; stamp += 1) {
      store.store.apply([buildOf(`c${stamp}`)], stamp);
      counter.request({ table: store.table, searches });
    }
    page.pass(999);
    expect(page.idle()).toBe(0);
    expect(counts()[0]).toBe(2);
    page.pass(1);
    page.idle();
    expect(counts()[0]).toBe(10);
  });

  it('follows relative times', () => {
    const page = fakePage();
    const counter = new ViewCounter(page);
    counter.subscribe(() => undefined);
    const recent = ['?created=5m'];
    const store = listed(running);
    counter.request({ table: store.table, searches: recent });
    page.idle();
    expect(counter.get().get('?created=5m')?.count).toBe(1);
    page.pass(5 * 60_000);
    counter.request({ table: store.table, searches: recent });
    page.idle();
    expect(counter.get().get('?created=5m')?.count).toBe(0);
  });

  it('counts less often where counting is slow', () => {
    const page = fakePage({ slowBy: 50 });
    const counter = new ViewCounter(page);
    counter.subscribe(() => undefined);
    const store = listed(failed);
    counter.request({ table: store.table, searches });
    page.idle();
    counter.request({ table: store.table, searches });
    page.pass(2000);
    expect(page.idle()).toBe(0);
    page.pass(20_000);
    expect(page.idle()).toBeGreaterThan(searches.length);
  });

  it('goes on when the clock is set back', () => {
    const { page, counter, store, counts } = counting();
    page.idle();
    page.pass(-86_400_000);
    store.store.apply([buildOf('c')], 2);
    counter.request({ table: store.table, searches });
    page.pass(1000);
    page.idle();
    expect(counts()[0]).toBe(3);
  });

  it('tells no one when nothing changed', () => {
    const { page, counter, store, heard } = counting();
    page.idle();
    page.pass(1000);
    counter.request({ table: store.table, searches });
    page.idle();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('never shows the builds of a store that was replaced', () => {
    const { page, counter, counts } = counting();
    page.slice();
    page.slice();
    counter.request({ table: listed(failed).table, searches });
    page.idle();
    expect(counter.get().size).toBe(0);
    page.pass(1000);
    page.idle();
    expect(counts()).toEqual([1, 1, 0, 0]);
  });

  it('leaves nothing running when no one listens, and goes on for the next', () => {
    const { page, counter, leave, counts } = counting();
    page.slice();
    page.slice();
    leave();
    expect(page.waiting()).toBe(0);
    counter.subscribe(() => undefined);
    page.pass(1000);
    page.idle();
    expect(counts()).toEqual([2, 1, 1, 0]);
  });

  it('counts more views than it keeps searches of', () => {
    const { page, counter, store } = counting();
    page.idle();
    const many = Array.from({ length: 40 }, (_, number) => `?q=app&duration=%3E${number}s`);
    for (let round = 0; round < 2; round += 1) {
      counter.request({ table: store.table, searches: many });
      page.pass(1000);
      page.idle();
      expect([...counter.get().keys()]).toEqual(many);
      expect(counter.get().get('?q=app&duration=%3E0s')?.count).toBe(2);
    }
  });
});

it('does not take a clock that runs ahead for news', () => {
  const store = listed(buildOf('a'), buildOf('z', { createdAt: '2030-01-01T00:00:00Z' }));
  expect(newestOf(store.table, rowsOf(store.table, ['a', 'z']), NOW)).toBe(
    Date.parse('2026-11-20T09:04:05Z'),
  );
});
