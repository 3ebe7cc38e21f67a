import { describe, expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { MOST_BUCKETS } from './TimeAxis.ts';
import { Timeline, type TimelineBy } from './Timeline.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 24, 11, 20);
const iso = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
const build = (id: string, hours: number, status = 'COMPLETED') =>
  buildOf(id, {
    status,
    createdAt: iso(hours),
    startedAt: iso(hours - 0.1),
    completedAt: status === 'BUILDING' ? null : iso(hours - 0.2),
  });
const by: TimelineBy = {
  from: null,
  to: null,
  zone: 'UTC',
  mostBuckets: MOST_BUCKETS,
  atOnce: null,
  wide: false,
};

function pick(store: TestStore, changes: Partial<TimelineBy> = {}, rows = store.rows) {
  const timeline = new Timeline();
  return timeline.pick(timeline.facts(store.table, NOW), rows, { ...by, ...changes });
}

const sum = (all: ArrayLike<number>) => Array.from(all).reduce((total, one) => total + one, 0);
const total = (picked: ReturnType<typeof pick>) => sum(picked.counts.byKind.map(sum));

describe('a timeline', () => {
  it('counts at will what the time of the view leaves out as well', () => {
    const store = new TestStore([build('a', 90), build('b', 5), build('c', 1)]);
    const shown = store.rowsOf(['c']);
    expect(total(pick(store, {}, shown))).toBe(1);
    expect(total(pick(store, { wide: true }, shown))).toBe(3);
    expect(total(pick(store, { wide: true, atOnce: store.rowsOf(['a', 'c']) }, shown))).toBe(2);
  });

  it('reaches from the first build of the list to now, whatever the filter', () => {
    const store = new TestStore([build('a', 90), build('b', 5), build('c', 1, 'FAILED')]);
    const { axis, open } = pick(store, {}, store.rowsOf(['c']));
    expect(axis.edges[0]).toBeLessThanOrEqual(NOW - 90 * HOUR);
    expect(axis.edges[0]).toBeGreaterThan(NOW - 91.1 * HOUR);
    expect(open).toBe(axis.edges.length - 2);
  });

  it('is of the time that the view asks for, and draws nothing of the future', () => {
    const store = new TestStore([build('a', 90), build('b', 5)]);
    const from = Date.UTC(2026, 10, 24, 10);
    const { axis, open } = pick(store, { from, to: Date.UTC(2026, 10, 24, 12) });
    expect(axis.edges[0]).toBe(from);
    expect(axis.edges.at(-1)).toBeGreaterThan(NOW);
    expect(axis.edges.at(-2)).toBeLessThanOrEqual(NOW);
    expect(open).toBe(axis.edges.length - 2);
    const past = pick(store, { from: from - 48 * HOUR, to: from - 24 * HOUR });
    expect(past.axis.edges.at(-1)).toBe(from - 24 * HOUR);
    expect(past.open).toBe(-1);
  });

  it('counts a build of the future in the last bucket, and says so (row 28)', () => {
    const store = new TestStore([build('a', 3), build('ahead', -10)]);
    const picked = pick(store);
    expect(total(picked)).toBe(2);
    expect(picked.counts.later).toBe(1);
    expect(picked.counts.byKind.map((kind) => kind.at(-1))).toContain(1);
  });

  it('counts at once what ran then, whenever it was created', () => {
    const store = new TestStore([build('long', 30, 'BUILDING'), build('b', 23.5, 'BUILDING')]);
    // Active for over a day: stalled, and in no concurrency (row 23).
    const { atOnce } = pick(store, { from: NOW - 2 * HOUR }, store.rowsOf([]));
    expect(sum(atOnce.running)).toBeGreaterThan(0);
    expect(atOnce.mostRunning).toBe(1);
    const none = pick(store, { from: NOW - 2 * HOUR, atOnce: store.rowsOf([]) });
    expect(none.atOnce.mostRunning).toBe(0);
  });

  it('keeps its axis while the edges are the same', () => {
    const store = new TestStore([build('a', 90)]);
    const timeline = new Timeline();
    const facts = timeline.facts(store.table, NOW);
    expect(timeline.facts(store.table, NOW)).toBe(facts);
    const { axis } = timeline.pick(facts, store.rows, by);
    const later = timeline.facts(store.table, NOW + 15_000);
    expect(timeline.pick(later, store.rows, by).axis).toBe(axis);
    expect(timeline.pick(later, store.rows, { ...by, mostBuckets: 20 }).axis).not.toBe(axis);
  });

  it('is one empty bucket over an empty list', () => {
    const store = new TestStore();
    expect(total(pick(store))).toBe(0);
  });
});
