import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant, readTime } from './instant.ts';
import { runs } from './testing/runs.ts';

const at = Date.UTC(2026, 3, 17, 9, 0, 0);

describe('parseInstant', () => {
  it.each([
    ['2026-04-17T09:00:00Z', at],
    ['2026-04-17T09:00:00', at],
    ['2026-04-17 09:00:00', at],
    ['2026-04-17t09:00:00z', at],
    ['2026-04-17T09:00', at],
    ['2026-04-17T09:00Z', at],
    ['2026-04-17T14:30:00+05:30', at],
    ['2026-04-17T14:30:00+0530', at],
    ['2026-04-17T14:00:00+05', at],
    ['2026-04-16T23:00:00-10:00', at],
    ['2026-04-17T09:00:00-00:00', at],
    ['2026-04-17T09:00:00.5Z', at + 500],
    ['2026-04-17T09:00:00,123Z', at + 123],
    ['2026-04-17T09:00:00.123456', at + 123.456],
    ['2026-04-17T09:00:00.123456789Z', at + 123.456],
    ['2026-04-17 09:00:00.123456+00:00', at + 123.456],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2000-02-29T00:00:00Z', Date.UTC(2000, 1, 29)],
    ['1969-12-31T23:59:59Z', -1000],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
    ['9999-12-31T23:59:59.999Z', 253_402_300_799_999],
  ])('reads %s', (text, ms) => {
    expect(parseInstant(text)).toBeCloseTo(ms, 3);
  });

  it.each([
    '',
    '1',
    'null',
    '2024-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00.1234567890Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+05:60',
    '2026-01-01T00:00:00+5:30',
    '2026-01-01T00:00:00+',
    '2026-01-01T00:00:00 UTC',
    '2026-01-01T00:00:00ZZ',
    '2026-01-01T00:00:0',
    '2026-01-01T0:00:00Z',
    '2026-01-01T00:00:',
    '2026-01-01',
    '2026-01-01T00',
    '2026/01/01T00:00:00Z',
    '+02026-01-01T00:00:00Z',
    '-2026-01-01T00:00:00Z',
    ' 2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00Z ',
    '２０２６-01-01T00:00:00Z',
    'Sat, 01 Jan 2026 00:00:00 GMT',
    '1763629200',
  ])('calls "%s" unknown', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  const clock = fc.record({
    ms: fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 0, 1) }),
    micros: fc.option(fc.integer({ min: 0, max: 999 })),
    separator: fc.constantFrom('T', 't', ' '),
    mark: fc.constantFrom('.', ','),
    zone: fc.option(
      fc.record({
        minutes: fc.integer({ min: -(23 * 60 + 59), max: 23 * 60 + 59 }),
        colon: fc.boolean(),
      }),
    ),
    bare: fc.constantFrom('', 'Z', 'z'),
  });

  it('reads every spelling of a time as the engine reads the plain one', () => {
    fc.assert(
      fc.property(clock, ({ ms, micros, separator, mark, zone, bare }) => {
        const shift = (zone?.minutes ?? 0) * 60_000;
        const iso = new Date(ms + shift).toISOString();
        const fraction = micros === null ? '' : String(micros).padStart(3, '0');
        const text =
          iso.slice(0, 10) +
          separator +
          iso.slice(11, 19) +
          mark +
          iso.slice(20, 23) +
          fraction +
          (zone === null ? bare : spellZone(zone.minutes, zone.colon));
        expect(parseInstant(text)).toBeCloseTo(ms + (micros ?? 0) / 1000, 2);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('agrees with a slow reading of any text that is nearly a time', () => {
    const nearly = fc
      .tuple(
        clock,
        fc.array(
          fc.tuple(
            fc.nat({ max: 30 }),
            fc.nat({ max: 2 }),
            fc.constantFrom(...'0123456789:-+.,TZ tz'),
          ),
          { maxLength: 3 },
        ),
      )
      .map(([{ ms }, edits]) => {
        let text = new Date(ms).toISOString();
        for (const [place, removed, put] of edits) {
          text = text.slice(0, place) + put + text.slice(place + removed);
        }
        return text;
      });
    fc.assert(
      fc.property(nearly, (text) => {
        expect(parseInstant(text)).toEqual(slowInstant(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const ms = parseInstant(text);
        expect(ms === null || Number.isFinite(ms)).toBe(true);
      }),
    );
  });
});

describe('the time of a build', () => {
  it.each([
    ['2026-11-20T09:00:00Z', Date.UTC(2026, 10, 20, 9)],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
    ['2016-12-31T15:59:60.5-08:00', Date.UTC(2017, 0, 1) + 500],
    ['1970-01-01T00:00:00.001Z', 1],
    ['1969-12-31T23:59:59Z', -1000],
    ['0002-01-01T00:00:00Z', new Date(0).setUTCFullYear(2, 0, 1)],
  ])('is read: %s', (text, ms) => {
    expect(readTime(text)).toBe(ms);
  });

  it.each([
    null,
    '',
    '0001-01-01T00:00:00Z',
    '0001-01-01 00:00',
    '0001-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '1970-01-01T00:00:00.000',
    '1970-01-01T02:00:00+02:00',
    '2016-12-31T12:59:60Z',
    '2016-12-31T23:59:61Z',
    'yesterday',
  ])('is unknown: %s', (text) => {
    expect(readTime(text)).toBeNaN();
  });
});

function spellZone(minutes: number, colon: boolean): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${colon ? ':' : ''}${two(size % 60)}`;
}

function slowInstant(text: string): number | null {
  const match = text.match(
    /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?$/,
  );
  if (match === null) return null;
  const [, date, time, second = '00', fraction = '', , sign, hours = '00', minutes = '00'] = match;
  const leap = second === '60';
  const ms = Date.parse(`${date}T${time}:${leap ? '59' : second}Z`) + (leap ? 1000 : 0);
  // The engine reads 30 February as 1 March, and 24:00 as the next day.
  if (Number.isNaN(ms) || new Date(ms - (leap ? 1000 : 0)).toISOString().slice(0, 10) !== date)
    return null;
  if (Number(hours) > 23 || Number(minutes) > 59 || time?.startsWith('24')) return null;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  if (leap && (ms - offset) % 86_400_000 !== 0) return null;
  return ms - offset + Number(fraction.padEnd(6, '0').slice(0, 6)) / 1000;
}
