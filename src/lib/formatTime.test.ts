import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIso, formatLocal, formatUtc } from './formatTime.ts';
import { parseInstant } from './instant.ts';

const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('times as text', () => {
  it('say UTC in full', () => {
    expect(formatUtc(Date.UTC(2026, 10, 20, 9, 0, 0))).toBe('20 Nov 2026, 09:00:00 UTC');
    expect(formatUtc(Date.UTC(2026, 0, 2))).toBe('02 Jan 2026, 00:00:00 UTC');
  });

  it('have one width in every month', () => {
    for (let month = 0; month < 12; month += 1) {
      expect(formatUtc(Date.UTC(2026, month, 5, 23, 59, 59))).toHaveLength(25);
    }
  });

  it('say the local time with its zone', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        const local = new Date(ms);
        const text = formatLocal(ms);
        const clock = [local.getHours(), local.getMinutes(), local.getSeconds()];
        expect(text).toContain(clock.map((part) => String(part).padStart(2, '0')).join(':'));
        expect(text).toMatch(/^\d\d [A-Z][a-z]{2} \d{4}, \d\d:\d\d:\d\d \S/);
      }),
    );
  });

  it('are read back from their machine form', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        expect(parseInstant(formatIso(ms))).toBe(ms);
      }),
    );
  });
});
