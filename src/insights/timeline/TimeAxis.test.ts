import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { runs } from '../../lib/testing/runs.ts';
import { zoneOffset } from '../../lib/zone.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { builds, NOW } from '../testing/arbitraryBuilds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { concurrency } from './concurrency.ts';
import { countBuckets } from './countBuckets.ts';
import { bucketAt, MOST_BUCKETS, plotPlace, rangeOf, timeAxis } from './TimeAxis.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
];

describe('a time axis', () => {
  it('gives the last two hours whole to a drag at 11:20 (row 26)', () => {
    const now = Date.UTC(2026, 10, 24, 11, 20);
    const axis = timeAxis(now - 4 * DAY - HOUR, now, 'UTC');
    expect(axis.step).toBe(HOUR);
    const last = axis.edges.length - 2;
    const { from, to, lastMinute } = rangeOf(axis, last, last - 1);
    expect(new Date(from).toISOString()).toBe('2026-11-24T10:00:00.000Z');
    expect(new Date(lastMinute).toISOString()).toBe('2026-11-24T11:59:00.000Z');
    // It ends in the future: so far.
    expect(to).toBeGreaterThan(now);
  });

  it('steps days by the calendar where clocks change', () => {
    const axis = timeAxis(Date.UTC(2026, 7, 1), Date.UTC(2026, 10, 20), 'Europe/Berlin');
    expect(axis.step).toBe('day');
    const lengths = axis.edges.slice(1).map((edge, at) => (edge - (axis.edges[at] ?? 0)) / HOUR);
    expect(lengths.filter((length) => length !== 24)).toEqual([25]);
  });

  it('keeps steps of hours at the same hours of all days', () => {
    const axis = timeAxis(Date.UTC(2026, 9, 20), Date.UTC(2026, 10, 20), 'Europe/Berlin');
    expect(axis.step).toBe(12 * HOUR);
    const hours = axis.edges.map((edge) =>
      new Date(edge + zoneOffset(edge, axis.zone)).getUTCHours(),
    );
    expect(hours.filter((hour) => hour === 0)).toHaveLength(32);
  });

  it('has few buckets, ascending, that hold the whole span in every zone', () => {
    const span = fc.oneof(
      fc.integer({ min: 0, max: 200_000 }),
      fc.integer({ min: 0, max: 400 }).map((days) => days * DAY),
      fc.integer({ min: 0, max: 300 }).map((years) => years * 366 * DAY),
    );
    const from = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2050, 0, 1) });
    fc.assert(
      fc.property(from, span, fc.constantFrom(...ZONES), (start, length, zone) => {
        const axis = timeAxis(start, start + length, zone);
        expect(axis.edges.length - 1).toBeLessThanOrEqual(MOST_BUCKETS);
        expect(bucketAt(axis, start)).toBe(0);
        expect(bucketAt(axis, start + length)).toBe(axis.edges.length - 2);
        axis.edges.forEach((edge, at) => {
          if (at > 0) expect(edge).toBeGreaterThan(axis.edges[at - 1] ?? 0);
        });
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('builds over time', () => {
  it('are all counted, in a bucket, outside or of unknown time', () => {
    fc.assert(
      fc.property(fc.array(builds, { maxLength: 40 }), fc.constantFrom(...ZONES), (made, zone) => {
        const store = new TestStore(made);
        const kinds = new StatusKinds().of(store.table);
        const axis = timeAxis(NOW - 20 * DAY, NOW, zone);
        const { byKind, outside, unknown } = countBuckets(store.table, kinds, store.rows, axis);
        const inside = byKind.flatMap((counts) => [...counts]).reduce((sum, one) => sum + one, 0);
        expect(inside + outside + unknown).toBe(store.rows.length);
      }),
    );
  });

  it('run and wait as long in all buckets as in all builds', () => {
    const iso = (ms: number) => new Date(NOW + ms).toISOString();
    const times = fc.array(fc.tuple(fc.nat(5 * HOUR), fc.nat(HOUR), fc.nat(HOUR)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(times, (all) => {
        const store = new TestStore(
          all.map(([ago, wait, run], at) =>
            buildOf(`b${at}`, {
              createdAt: iso(-8 * HOUR + ago),
              startedAt: iso(-8 * HOUR + ago + wait),
              completedAt: iso(-8 * HOUR + ago + wait + run),
            }),
          ),
        );
        const kinds = new StatusKinds().of(store.table);
        const axis = timeAxis(NOW - 9 * HOUR, NOW, 'UTC');
        const found = concurrency(store.table, kinds, store.rows, axis, NOW);
        const sum = (means: Float64Array) =>
          means.reduce((total, mean, at) => {
            const end = Math.min(axis.edges[at + 1] ?? 0, NOW);
            return total + mean * Math.max(0, end - (axis.edges[at] ?? 0));
          }, 0);
        expect(sum(found.waiting)).toBeCloseTo(
          all.reduce((total, [, wait]) => total + wait, 0),
          1,
        );
        expect(sum(found.running)).toBeCloseTo(
          all.reduce((total, [, , run]) => total + run, 0),
          1,
        );
        const at = all.map(([ago, wait, run]) => [ago + wait, ago + wait + run] as const);
        const most = Math.max(
          0,
          ...at
            .filter(([begin, end]) => end > begin)
            .map(([time]) => at.filter(([begin, end]) => begin <= time && end > time).length),
        );
        expect(found.mostRunning).toBe(most);
      }),
    );
  });

  it('count an active build until now, and no stalled one', () => {
    const at = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
    const running = { status: 'BUILDING', completedAt: null };
    const store = new TestStore([
      buildOf('a', { ...running, createdAt: at(3), startedAt: at(2) }),
      buildOf('b', { ...running, createdAt: at(240), startedAt: at(240) }),
    ]);
    const kinds = new StatusKinds().of(store.table);
    const axis = timeAxis(NOW - 4 * HOUR, NOW, 'UTC');
    const { running: means, mostRunning } = concurrency(store.table, kinds, store.rows, axis, NOW);
    expect(mostRunning).toBe(1);
    expect(means[bucketAt(axis, NOW - HOUR)]).toBeCloseTo(1);
    expect(means[bucketAt(axis, NOW - 3.5 * HOUR)]).toBe(0);
  });
});

it('draws a time where its bucket is, and all beyond the axis at its ends', () => {
  const axis = timeAxis(0, 90 * 60_000, 'UTC', 5);
  expect(axis.edges).toHaveLength(5);
  const [first = 0, second = 0] = axis.edges;
  expect(plotPlace(axis, first)).toBe(0);
  expect(plotPlace(axis, second)).toBe(1 / 4);
  expect(plotPlace(axis, first + (second - first) / 2)).toBe(1 / 8);
  expect(plotPlace(axis, Number.NEGATIVE_INFINITY)).toBe(0);
  expect(plotPlace(axis, Number.POSITIVE_INFINITY)).toBe(1);
});
