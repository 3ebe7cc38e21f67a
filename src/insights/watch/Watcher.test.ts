import { beforeEach, describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { buildOf } from '../../contract/testing/builds.ts';
import { Batches } from '../batches/Batches.ts';
import { TestStore } from '../testing/TestStore.ts';
import type { Watched } from './Watched.ts';
import { Watcher, type WatcherLook, type WatcherSays } from './Watcher.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 26, 9);
const at = (ms: number) => new Date(ms).toISOString();

let store: TestStore;
let batches: Batches;
let watcher: Watcher;
let now: number;
let seenAt: number | null;
let watched: readonly Watched[];

function build(id: string, status: string, changes: Partial<Build> = {}): Build {
  const ended = ['COMPLETED', 'FAILED', 'CANCELLED'].includes(status);
  return buildOf(id, {
    imageName: `image-${id}`,
    status,
    createdAt: at(START - MINUTE),
    startedAt: at(START),
    completedAt: ended ? at(now) : null,
    ...changes,
  });
}

const thing = (kind: Watched['kind'], value: string): Watched => ({ kind, value, label: value });
const change = (...builds: Build[]) => store.apply({ builds, gone: [] });

function look(part: Partial<WatcherLook> = {}): WatcherSays {
  const { table } = store;
  batches.facts(table);
  while (!batches.work(50)) {
    // Reads the rest.
  }
  const says = watcher.look({
    table,
    watched,
    now,
    apiTime: now,
    seenAt,
    settled: true,
    leads: true,
    causeRows: () => new Set(),
    viewRows: new Map(),
    batches: { insight: batches, facts: batches.facts(table) },
    ...part,
  });
  seenAt = now;
  return says;
}

const told = ({ notice }: WatcherSays) => notice?.endings;

beforeEach(() => {
  now = START;
  seenAt = null;
  store = new TestStore();
  batches = new Batches();
  watcher = new Watcher();
  watched = [thing('build', 'a'), thing('image', 'image-b')];
});

describe('watching', () => {
  it('tells of what was seen to end, by id, of watched things alone', () => {
    change(build('a', 'BUILDING'), build('b', 'PENDING'), build('c', 'BUILDING'));
    expect(look().notice).toBeNull();
    now += 5 * SECOND;
    change(build('a', 'FAILED'), build('b', 'COMPLETED'), build('c', 'FAILED'));
    expect(told(look())).toEqual({ finished: 1, failed: 1, cancelled: 0 });
    now += MINUTE;
    expect(look().notice).toBeNull();
  });

  it('tells nothing of a first load, however much has ended', () => {
    change(build('a', 'FAILED'));
    expect(look({ settled: false }).notice).toBeNull();
    change(build('b', 'FAILED'));
    expect(look().notice).toBeNull();
  });

  it('tells after a reload what ended since it was looked at last', () => {
    seenAt = START - 10 * MINUTE;
    change(
      build('a', 'FAILED', { completedAt: at(START - MINUTE) }),
      build('b', 'FAILED', { completedAt: at(START - HOUR) }),
    );
    const { notice } = look();
    expect(notice).toMatchObject({ digest: true, endings: { failed: 1 } });
  });

  it('tells of a build that came and ended between two looks, not of an old one found late', () => {
    look();
    now += 30 * SECOND;
    change(
      build('a', 'FAILED', { completedAt: at(now - SECOND) }),
      build('b', 'FAILED', { completedAt: at(now - HOUR) }),
    );
    expect(told(look())).toMatchObject({ failed: 1 });
  });

  it('is one digest after a sleep of 8 h, and tells no one what another tab has told', () => {
    change(build('a', 'BUILDING'), build('b', 'BUILDING'));
    look();
    now += 8 * HOUR;
    change(
      build('a', 'FAILED', { completedAt: at(now - 2 * HOUR) }),
      build('b', 'FAILED', { completedAt: at(now - MINUTE) }),
    );
    // Another tab looked an hour ago.
    seenAt = now - HOUR;
    expect(look({ settled: false }).notice).toBeNull();
    seenAt = now - HOUR;
    expect(look().notice).toMatchObject({ digest: true, endings: { failed: 1 } });
  });

  it('leaves it to the tab that leads, and goes on where that one stopped', () => {
    change(build('a', 'BUILDING'), build('b', 'BUILDING'));
    look({ leads: false });
    now += 10 * SECOND;
    change(build('a', 'FAILED'));
    expect(look({ leads: false })).toMatchObject({ notice: null, againAt: null });
    now += 10 * SECOND;
    change(build('b', 'FAILED'));
    expect(look().notice).toMatchObject({ endings: { failed: 1 } });
  });

  it('knows builds again where rows have other numbers', () => {
    change(build('a', 'BUILDING'));
    look();
    const other = new TestStore([build('z', 'BUILDING'), build('a', 'BUILDING')]);
    store = other;
    now += 5 * SECOND;
    expect(look().notice).toBeNull();
    change(build('a', 'COMPLETED'));
    now += 5 * SECOND;
    expect(told(look())).toMatchObject({ finished: 1 });
  });

  it('covers what leaves a view as well as what comes into it', () => {
    watched = [thing('view', '?is=active')];
    change(build('a', 'BUILDING'), build('b', 'BUILDING'));
    const rowA = store.table.rowOf('a') ?? -1;
    look({ viewRows: new Map([['view ?is=active', new Set([rowA])]]) });
    now += 5 * SECOND;
    change(build('a', 'FAILED'), build('b', 'FAILED'));
    expect(told(look({ viewRows: new Map([['view ?is=active', new Set()]]) }))).toMatchObject({
      failed: 1,
    });
  });

  it('covers builds that failed by a cause', () => {
    watched = [thing('cause', 'ab')];
    change(build('a', 'BUILDING'), build('b', 'BUILDING'));
    look();
    now += 5 * SECOND;
    change(build('a', 'FAILED'), build('b', 'FAILED'));
    const rows = new Set([store.table.rowOf('a') ?? -1]);
    expect(told(look({ causeRows: () => rows }))).toMatchObject({ failed: 1 });
  });

  it('tells of a push at its first failure, at a fifth and at its end, and counts all of it', () => {
    watched = [thing('batch', 'swe-3')];
    const member = (n: number, status: string) =>
      build(`swe-${n}`, status, {
        imageName: `swe.task-${n}`,
        createdAt: at(START - 30 * SECOND + n),
      });
    change(...Array.from({ length: 30 }, (_, n) => member(n, 'BUILDING')));
    look();
    const after = (...members: Build[]) => {
      now += MINUTE;
      change(...members);
      return look();
    };
    const first = after(member(0, 'FAILED'), member(1, 'COMPLETED'));
    expect(first.notice?.lines).toEqual(['swe-3: its first build failed (1 done, 1 failed)']);
    expect(first.endings).toEqual({ finished: 1, failed: 1, cancelled: 0 });
    expect(first.notice?.endings).toEqual({ finished: 0, failed: 0, cancelled: 0 });
    const some = Array.from({ length: 14 }, (_, n) => member(n + 2, 'COMPLETED'));
    expect(after(...some).notice).toBeNull();
    const failing = Array.from({ length: 4 }, (_, n) => member(n + 16, 'FAILED'));
    expect(after(...failing).notice?.lines).toEqual([
      'swe-3: a fifth of it fails (15 done, 5 failed)',
    ]);
    const rest = Array.from({ length: 10 }, (_, n) => member(n + 20, 'COMPLETED'));
    expect(after(...rest).notice?.lines).toEqual(['swe-3: ended (25 done, 5 failed)']);
  });
});
