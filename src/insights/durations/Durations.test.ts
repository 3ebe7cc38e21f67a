import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { Batches } from '../batches/Batches.ts';
import { NOW } from '../testing/arbitraryBuilds.ts';
import { simulateWorld, WORLDS } from '../testing/simulateDurations.ts';
import { TestStore } from '../testing/TestStore.ts';
import { Durations } from './Durations.ts';

const MINUTE = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** A build that started some minutes ago and took some, or still runs. */
function build(id: string, ago: number, took: number | null, changes: Partial<Build> = {}): Build {
  const started = NOW - ago * MINUTE;
  return buildOf(id, {
    status: took === null ? 'BUILDING' : 'COMPLETED',
    createdAt: iso(started - 1000),
    startedAt: iso(started),
    completedAt: took === null ? null : iso(started + took * MINUTE),
    artifacts: [artifactOf(`${id}a`)],
    ...changes,
  });
}

function read(durations: Durations, store: TestStore, now = NOW) {
  durations.facts(store.table, now);
  while (!durations.work(8));
  return durations.facts(store.table, now);
}

function estimate(builds: readonly Build[], id = 'now') {
  const store = new TestStore(builds);
  const durations = new Durations();
  read(durations, store);
  return durations.estimate(store.table, store.table.rowOf(id) ?? -1, NOW);
}

const past = (count: number, took: (at: number) => number, changes: Partial<Build> = {}) =>
  Array.from({ length: count }, (_, at) => build(`p${at}`, 1000 - at, took(at), changes));

describe('durations', () => {
  it('call 10 minutes longer than usual after five of 4 (row 27)', () => {
    const store = new TestStore([build('now', 10, null), ...past(5, () => 4)]);
    const durations = new Durations();
    const facts = read(durations, store);
    const row = store.table.rowOf('now') ?? -1;
    expect([...facts.slow]).toEqual([[row, 'longer']]);
    expect(durations.mark('slow', '')).toMatchObject({ movesWithTime: true });
    expect(durations.mark('slow', '')?.bits[row]).toBe(1);
    expect(durations.estimate(store.table, row, NOW)).toMatchObject({
      rung: 'image',
      completed: 5,
      usual: { from: 4 * MINUTE, to: 4 * MINUTE },
      progress: { left: null, longerThan: 5, length: 'longer' },
    });
    expect(durations.pick(facts, store.rowsOf(['p1'])).slow).toEqual([]);
  });

  it('warn of nothing that is less than a minute beyond, and of much at ten medians', () => {
    const slow = (ago: number) =>
      estimate([build('now', ago, null), ...past(5, () => 4)])?.progress;
    expect(slow(8.9)?.length).toBe('usual');
    expect(slow(9)?.length).toBe('longer');
    expect(slow(40)?.length).toBe('much longer');
  });

  it('say nothing of a stalled build, nor of one that waits (row 23)', () => {
    const store = new TestStore([
      build('old', 10 * 24 * 60, null),
      build('waits', 5, null, { status: 'PENDING' }),
      ...past(5, () => 4),
    ]);
    const durations = new Durations();
    expect(read(durations, store).slow.size).toBe(0);
    const of = (id: string) => durations.estimate(store.table, store.table.rowOf(id) ?? -1, NOW);
    expect(of('old')?.progress).toBeNull();
    expect(of('waits')).toBeNull();
  });

  it('take the nearest rung that has enough, and name it', () => {
    const tag = (count: number, changes: Partial<Build>) =>
      estimate([build('now', 1, null, { imageName: 'set.a-1' }), ...past(count, () => 4, changes)]);
    expect(tag(5, { imageName: 'set.a-1' })?.rung).toBe('image');
    expect(tag(5, { imageName: 'set.a-1', imageTag: 'v2' })?.rung).toBe('name');
    expect(tag(19, { imageName: 'set.b-2' })).toBeNull();
    expect(tag(20, { imageName: 'set.b-2' })?.rung).toBe('family');
    expect(tag(49, { imageName: 'other' })).toBeNull();
    expect(tag(50, { imageName: 'other' })?.rung).toBe('type');
    const vm = { artifacts: [artifactOf('v', { artifactType: 'VM_SANDBOX' })] };
    expect(tag(50, { imageName: 'set.a-1', ...vm })).toBeNull();
  });

  it('compare with the same push first, where ten of it completed', () => {
    const push = (completed: number) => {
      // Ten minutes ago, a second apart; the last of them runs.
      const all = Array.from({ length: completed + 1 }, (_, at) => {
        const took = at === completed ? null : 6;
        return build(at === completed ? 'now' : `b${at}`, 10 - at / 60, took, {
          imageName: `set.b-${at}`,
        });
      });
      const store = new TestStore([...all, ...past(40, () => 2, { imageName: 'set.old-1' })]);
      const durations = new Durations(new Batches());
      read(durations, store);
      return durations.estimate(store.table, store.table.rowOf('now') ?? -1, NOW);
    };
    expect(push(10)).toMatchObject({
      rung: 'batch',
      completed: 10,
      usual: { from: 6 * MINUTE, to: 6 * MINUTE },
    });
    expect(push(9)?.rung).toBe('family');
  });

  it('have no use for reversed times (row 22)', () => {
    const reversed = past(5, () => -4);
    expect(estimate([build('now', 1, null), ...reversed])).toBeNull();
  });

  it('say what is left only when eight took longer', () => {
    const left = (count: number) =>
      estimate([build('now', 3, null), ...past(count, (at) => 4 + at)])?.progress?.left;
    expect(left(7)).toBeNull();
    expect(left(8)).toEqual({ from: expect.any(Number), to: expect.any(Number) });
  });

  it.each(WORLDS)('hold half of the builds in "usually", and warn of few: $name', (world) => {
    const { covered, warned } = simulateWorld(world, 1500, 5);
    expect(covered).toBeGreaterThan(0.45);
    expect(covered).toBeLessThan(0.55);
    expect(warned).toBeLessThanOrEqual(0.03);
  });
});
