import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from './testing/runs.ts';
import {
  addDays,
  dateIn,
  instantIn,
  isZone,
  localZone,
  startOfDay,
  zoneOffset,
  zoneWord,
} from './zone.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string) => Date.parse(iso);

/** A day on which clocks change, how long it is, and when it begins. */
const CHANGES: readonly (readonly [zone: string, day: string, begins: string, hours: number])[] = [
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00Z', 23],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00Z', 25],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00Z', 23],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00Z', 25],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00Z', 24.5],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30Z', 23.5],
  ['America/Havana', '2026-03-08', '2026-03-08T05:00Z', 23],
  ['America/Havana', '2026-11-01', '2026-11-01T04:00Z', 25],
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00Z', 23],
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00Z', 23],
  ['Asia/Kathmandu', '2026-03-29', '2026-03-28T18:15Z', 24],
];
const ZONES = [...new Set(CHANGES.map(([zone]) => zone)), 'UTC', 'Pacific/Apia', 'Asia/Tokyo'];

describe('days in a zone', () => {
  it.each(CHANGES)('in %s on %s begin at %s and last %s hours', (zone, day, begins, hours) => {
    const start = at(begins);
    expect(startOfDay(start + 12 * HOUR, zone)).toBe(start);
    expect(dateIn(start, zone)).toBe(day);
    expect(dateIn(start - 1, zone) < day).toBe(true);
    expect((addDays(start, 1, zone) - start) / HOUR).toBe(hours);
    expect(addDays(addDays(start, 1, zone), -1, zone)).toBe(start);
  });

  it('were skipped where a zone crossed the date line', () => {
    const last = at('2011-12-29T12:00Z');
    expect(dateIn(addDays(last, 1, 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('follow each other without a gap, each with its own date', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: at('1975-01-01T00:00Z'), max: at('2035-01-01T00:00Z') }),
        (zone, ms) => {
          const start = startOfDay(ms, zone);
          const next = addDays(ms, 1, zone);
          expect(start).toBeLessThanOrEqual(ms);
          expect(next).toBeGreaterThan(ms);
          expect(startOfDay(start, zone)).toBe(start);
          expect(startOfDay(next - 1, zone)).toBe(start);
          expect(dateIn(start, zone)).toBe(dateIn(ms, zone));
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('are those of UTC where the zone is, or where there is none of that name', () => {
    expect(startOfDay(at('2026-11-27T23:59Z'), 'UTC')).toBe(at('2026-11-27T00:00Z'));
    expect(addDays(at('2026-11-27T23:59Z'), -27, 'UTC')).toBe(at('2026-10-31T00:00Z'));
    expect(zoneOffset(0, 'No/Where')).toBe(0);
    expect(startOfDay(-DAY / 2, 'UTC')).toBe(-DAY);
  });
});

describe('a time that clocks show', () => {
  it.each([
    ['Europe/Berlin', '2026-11-27T09:00Z', '2026-11-27T08:00Z'],
    ['Europe/Berlin', '2026-10-25T02:30Z', '2026-10-25T00:30Z'],
    ['Europe/Berlin', '2026-03-29T02:30Z', '2026-03-29T01:00Z'],
    ['Asia/Kathmandu', '2026-11-27T09:00Z', '2026-11-27T03:15Z'],
  ])('in %s is %s at %s', (zone, shown, instant) => {
    expect(new Date(instantIn(at(shown), zone)).toISOString()).toBe(
      new Date(at(instant)).toISOString(),
    );
  });
});

describe('a zone', () => {
  it('is known by its name alone', () => {
    for (const zone of [...ZONES, localZone()]) expect([zone, isZone(zone)]).toEqual([zone, true]);
    for (const zone of ['', 'Europe/Atlantis', '+02:00', 'x'.repeat(1e5), '__proto__', 'a b']) {
      expect(isZone(zone)).toBe(false);
    }
  });

  it('is said in a word', () => {
    expect(zoneWord('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(zoneWord('UTC')).toBe('UTC');
  });
});
