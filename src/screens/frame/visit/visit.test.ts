import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceMark,
  beginVisit,
  leaveVisit,
  NEW_VISIT_MS,
  returnTo,
  type Visit,
} from './visit.ts';

const HOUR = 3_600_000;
const MARK = Date.UTC(2026, 10, 26, 17, 40);
const NOW = MARK + 15 * HOUR;
const left = (leftAt: number, dismissed = false): Visit => ({ mark: MARK, leftAt, dismissed });

describe('a visit', () => {
  it('counts from the mark of this device', () => {
    expect(beginVisit(null, MARK, NOW)).toEqual({ mark: MARK, leftAt: null, dismissed: false });
  });

  it('has nothing to count from with a token that was never here', () => {
    expect(beginVisit(null, null, NOW).mark).toBeNull();
  });

  it('goes on after a reload, dismissed as it was', () => {
    const own = left(NOW - 1000, true);
    expect(beginVisit(own, NOW - 2000, NOW)).toEqual({ mark: MARK, leftAt: null, dismissed: true });
  });

  it('is another one in a tab that was opened again the next day', () => {
    const kept = NOW - HOUR;
    expect(beginVisit(left(NOW - HOUR, true), kept, NOW)).toEqual({
      mark: kept,
      leftAt: null,
      dismissed: false,
    });
  });

  it.each([
    ['goes on before 15 minutes', NEW_VISIT_MS - 1, MARK],
    ['is another one from 15 minutes on', NEW_VISIT_MS, NOW],
  ])('%s', (_, away, mark) => {
    const visit = leaveVisit({ mark: MARK, leftAt: null, dismissed: false }, NOW);
    expect(returnTo(visit, NOW, NOW + away).mark).toBe(mark);
  });

  it('was left when it was left first', () => {
    expect(leaveVisit(left(NOW), NOW + HOUR).leftAt).toBe(NOW);
  });
});

describe('the mark', () => {
  it('is the newest time of the list', () => {
    expect(advanceMark(MARK, NOW - HOUR, NOW)).toBe(NOW - HOUR);
  });

  it('is no time that the API has not reached, such as that of a build dated next year', () => {
    expect(advanceMark(MARK, NOW + 9000 * HOUR, NOW)).toBe(NOW);
  });

  it('stays where neither the list nor the API says a time', () => {
    expect(advanceMark(MARK, Number.NaN, NOW)).toBe(MARK);
    expect(advanceMark(MARK, NOW, null)).toBe(MARK);
    expect(advanceMark(null, Number.NaN, null)).toBeNull();
  });

  it('never goes back and never passes the API’s clock, whatever comes', () => {
    const time = fc.double({ min: 0, max: 4e12, noNaN: false });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, fc.nat(4_000_000_000))), (answers) => {
        let kept: number | null = null;
        let clock = 0;
        for (const [newest, date] of answers) {
          clock = Math.max(clock, date);
          const next: number | null = advanceMark(kept, newest, clock);
          expect(next ?? 0).toBeGreaterThanOrEqual(kept ?? 0);
          expect(next ?? 0).toBeLessThanOrEqual(clock);
          kept = next;
        }
      }),
    );
  });
});
