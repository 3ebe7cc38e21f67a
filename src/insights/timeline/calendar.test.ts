import { describe, expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { startOfDay, zoneOffset } from '../../lib/zone.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { countBuckets } from './countBuckets.ts';
import { MOST_BUCKETS, type TimeAxis, timeAxis } from './TimeAxis.ts';
import { Timeline } from './Timeline.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The days on which clocks change in six zones, and how long each is. */
const CHANGES = [
  ['Europe/Berlin', '2026-03-29T12:00Z', 23],
  ['Europe/Berlin', '2026-10-25T12:00Z', 25],
  ['America/New_York', '2026-03-08T17:00Z', 23],
  ['America/New_York', '2026-11-01T17:00Z', 25],
  ['Australia/Lord_Howe', '2026-10-04T04:00Z', 23.5],
  ['Australia/Lord_Howe', '2026-04-05T04:00Z', 24.5],
  ['America/Sao_Paulo', '2018-11-04T15:00Z', 23],
  ['America/Sao_Paulo', '2018-02-17T15:00Z', 25],
  ['Africa/Cairo', '2026-04-24T10:00Z', 23],
  ['Africa/Cairo', '2026-10-29T10:00Z', 25],
  ['Asia/Kolkata', '2026-03-29T12:00Z', 24],
] as const;

const clock = (time: number, zone: string) =>
  new Date(time + zoneOffset(time, zone)).toISOString().slice(11, 16);

/** How many of one build each `every` milliseconds fall into each bucket. */
function counted(axis: TimeAxis, from: number, to: number, every: number): Uint32Array {
  const builds = [];
  for (let time = from; time < to; time += every) {
    builds.push(buildOf(`b${time}`, { createdAt: new Date(time).toISOString() }));
  }
  const store = new TestStore(builds);
  const kinds = new StatusKinds().of(store.table);
  const { byKind } = countBuckets(store.table, kinds, store.rows, axis);
  return Uint32Array.from(byKind[0] ?? [], (_, at) =>
    byKind.reduce((sum, kind) => sum + (kind[at] ?? 0), 0),
  );
}

describe.each(CHANGES)('in %s, %s', (zone, noon, hours) => {
  const start = startOfDay(Date.parse(noon), zone);

  it('a day is as long as its clocks say, and holds its builds', () => {
    const axis = timeAxis(start - 50 * DAY, start + 50 * DAY, zone);
    expect(axis.step).toBe('day');
    for (const edge of axis.edges) expect(startOfDay(edge, zone)).toBe(edge);
    const at = axis.edges.indexOf(start);
    expect((axis.edges[at + 1] ?? 0) - start).toBe(hours * HOUR);
    const counts = counted(axis, start - 2 * DAY, start + 3 * DAY, HOUR / 2);
    expect(counts[at]).toBe(hours * 2);
  });

  it('hours go on one after the other through the change', () => {
    const axis = timeAxis(start - DAY, start + 2 * DAY, zone);
    expect(axis.step).toBe(HOUR);
    axis.edges.slice(1).forEach((edge, at) => {
      const long = edge - (axis.edges[at] ?? 0);
      expect(long).toBeGreaterThan(0);
      expect(long).toBeLessThanOrEqual(HOUR);
    });
    // Each day begins a bucket of its own.
    const midnights = axis.edges.filter((edge) => startOfDay(edge, zone) === edge);
    expect(midnights.length).toBeGreaterThanOrEqual(3);
    if (hours !== 23.5 && hours !== 24.5) {
      const odd = axis.edges.filter((edge) => clock(edge, zone).slice(3) !== '00');
      expect(zone === 'Asia/Kolkata' ? [] : odd).toEqual([]);
    }
    const counts = counted(axis, start, start + DAY, HOUR / 4);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(96);
  });
});

it('skips a day that a zone never had', () => {
  const zone = 'Pacific/Apia';
  const axis = timeAxis(Date.UTC(2011, 11, 1), Date.UTC(2012, 2, 20), zone);
  const days = axis.edges.map((edge) =>
    new Date(edge + zoneOffset(edge, zone)).toISOString().slice(0, 10),
  );
  expect(days).toContain('2011-12-29');
  expect(days).not.toContain('2011-12-30');
  expect(days).toContain('2011-12-31');
  expect(new Set(days).size).toBe(days.length);
});

describe.each(['UTC', 'America/New_York', 'Asia/Kolkata'])('ninety years in %s', (zone) => {
  const now = Date.UTC(2026, 10, 24, 11, 20);
  const iso = (year: number) => new Date(Date.UTC(year, 6, 1)).toISOString();
  const years = Array.from({ length: 90 }, (_, at) => 1937 + at);
  const store = new TestStore(years.map((year) => buildOf(`y${year}`, { createdAt: iso(year) })));
  const timeline = new Timeline();
  const picked = timeline.pick(timeline.facts(store.table, now), store.rows, {
    from: null,
    to: null,
    zone,
    mostBuckets: MOST_BUCKETS,
    atOnce: null,
    wide: false,
  });

  it('are drawn by the year, each with its build', () => {
    const { axis, counts, open } = picked;
    expect(axis.step).toBe('year');
    expect(axis.edges).toHaveLength(91);
    for (const edge of axis.edges) {
      expect(new Date(edge + zoneOffset(edge, zone)).toISOString()).toMatch(/-01-01T00:00/);
    }
    const all = Array.from({ length: 90 }, (_, at) =>
      counts.byKind.reduce((sum, kind) => sum + (kind[at] ?? 0), 0),
    );
    expect(all).toEqual(years.map(() => 1));
    expect(open).toBe(89);
  });
});
