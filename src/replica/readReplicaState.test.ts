import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserClock, browserFrames } from '../lib/surroundings.ts';
import { ReplicaEngine } from './ReplicaEngine.ts';
import { readReplicaState } from './readReplicaState.ts';
import { startSweepWalk } from './sweep/sweep.ts';
import { FakeApi, FakeCopies, FakeVisibility, fakeBuild, fakeBuilds } from './testing/fakeApi.ts';

const NOW = Date.UTC(2026, 10, 2);

let engine: ReplicaEngine;

beforeEach(() => {
  engine = new ReplicaEngine({
    token: 'one',
    team: null,
    account: 'account-1',
    queryClient: new QueryClient(),
    fetchPage: new FakeApi().fetchPage,
    clock: browserClock,
    frames: browserFrames,
    copies: new FakeCopies(),
    visibility: new FakeVisibility(),
    random: () => 0.5,
    onUnauthorized: () => {},
    onChange: () => {},
  });
});

const read = () => readReplicaState(engine, NOW);

describe('the state of an engine that has not begun', () => {
  it('is empty', () => {
    expect(read()).toEqual({
      completeness: 'empty',
      loaded: 0,
      total: null,
      version: 0,
      updatedAt: null,
      apiTime: null,
      error: null,
      fetching: false,
      nextCheckAt: null,
      paused: false,
      unread: 0,
      unreadable: [],
      active: 0,
      changedRows: new Set(),
      restoredFrom: null,
      walk: null,
      pollEveryMs: null,
      pacedUntil: null,
      verifying: false,
      account: 0,
      keepsCopy: false,
      copyLeft: false,
    });
  });
});

describe('how complete the list is', () => {
  const completeness = () => read().completeness;

  it('is loading while the first walk is under way, with rows or without', () => {
    startSweepWalk(engine.rows.sweep, true);
    expect(completeness()).toBe('loading');
    engine.rows.store.apply(fakeBuilds(2), 1);
    expect(completeness()).toBe('loading');
    Object.assign(engine.rows.sweep, { walk: null });
    expect(completeness()).toBe('loading');
  });

  it('is being checked once a walk has ended', () => {
    engine.rows.store.apply(fakeBuilds(2), 1);
    engine.rounds.wishes.walkEndedAt = NOW;
    expect(completeness()).toBe('checking');
    startSweepWalk(engine.rows.sweep, false);
    expect(completeness()).toBe('checking');
  });

  it('is being checked after a copy was shown', () => {
    engine.rows.store.apply(fakeBuilds(2), 1);
    engine.rounds.restoredFrom = NOW - 1000;
    expect(completeness()).toBe('checking');
  });

  it.each([
    ['proven', 'complete'],
    ['unproven', 'incomplete'],
    ['unprovable', 'unprovable'],
  ] as const)('is what the walks found: %s is %s', (verdict, shown) => {
    Object.assign(engine.rows.sweep, { verdict });
    expect(completeness()).toBe(shown);
    engine.rows.store.apply(fakeBuilds(2), 1);
    startSweepWalk(engine.rows.sweep, false);
    expect(completeness()).toBe(shown);
  });

  it('is stopped whatever was found', () => {
    Object.assign(engine.rows.sweep, { verdict: 'unproven' });
    engine.rounds.wishes.stopped = true;
    expect(completeness()).toBe('stopped');
  });
});

describe('the walk under way', () => {
  it('counts what it saw, of what the server counts', () => {
    startSweepWalk(engine.rows.sweep, true);
    const { walk } = engine.rows.sweep;
    if (!walk) throw new Error('no walk');
    expect(read().walk).toEqual({ seen: 0, total: null });
    Object.assign(walk, { seen: 7, total: 12 });
    expect(read().walk).toEqual({ seen: 7, total: 12 });
  });
});

it('counts the builds that are active and not stalled', () => {
  const createdAt = new Date(NOW - 1000).toISOString();
  engine.rows.store.apply(
    [
      fakeBuild(1, { status: 'BUILDING', createdAt }),
      fakeBuild(2, { status: 'PENDING', createdAt: '2026-10-01T00:00:00Z' }),
      fakeBuild(3, { createdAt }),
    ],
    1,
  );
  expect(read()).toMatchObject({ loaded: 3, active: 1 });
});
