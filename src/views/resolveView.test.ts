import { describe, expect, it } from 'vitest';
import type { Query } from '../list/Query.ts';
import { parseView } from './address/parseView.ts';
import { resolveView } from './resolveView.ts';

const NOW = Date.UTC(2026, 10, 24, 15, 30);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function resolve(search: string, now = NOW): Query {
  return resolveView(parseView(search), now);
}

describe('what a view asks the replica', () => {
  it('is nothing for the plain view', () => {
    expect(resolve('')).toEqual({ clauses: [], sort: [] });
  });

  it('resolves each field', () => {
    const search =
      '?status=failed,PAUSED&is=stalled&-artifact=vm&image=swe-*,django&tag=latest&has=error&q=a+%22b+c%22';
    expect(resolve(`${search}&sort=-duration,image`)).toEqual({
      clauses: [
        { kind: 'status', values: ['FAILED', 'PAUSED'], not: false },
        { kind: 'is', values: ['stalled'], not: false },
        { kind: 'artifact', values: ['VM_SANDBOX'], not: true },
        {
          kind: 'text',
          field: 'image',
          patterns: [
            { match: 'whole', text: 'swe-*' },
            { match: 'contains', text: 'django' },
          ],
          not: false,
        },
        { kind: 'text', field: 'tag', patterns: [{ match: 'whole', text: 'latest' }], not: false },
        { kind: 'has', values: ['error'], not: false },
        { kind: 'text', field: 'any', patterns: [{ match: 'contains', text: 'a' }], not: false },
        { kind: 'text', field: 'any', patterns: [{ match: 'contains', text: 'b c' }], not: false },
      ],
      sort: [
        { column: 'duration', descending: true },
        { column: 'image', descending: false },
      ],
    });
  });

  it.each([
    ['cause=3FA2', 'cause', '3fa2'],
    ['is=broken', 'broken', ''],
    ['is=slow', 'slow', ''],
    ['is=race', 'race', ''],
    ['batch=b 1,', 'batch', 'b 1'],
    ['since=last', 'since', 'last'],
  ])('asks insights for the mark of %s', (written, mark, key) => {
    expect(resolve(`?${written}`).clauses).toEqual([{ kind: 'marked', mark, key, not: false }]);
    expect(resolve(`?-${written}`).clauses).toEqual([{ kind: 'marked', mark, key, not: true }]);
  });

  const day = (date: number) => Date.UTC(2026, 10, date);
  it.each([
    ['24h', NOW - DAY, null],
    ['<24h', NOW - DAY, null],
    ['>24h', null, NOW - DAY],
    ['7d', NOW - 7 * DAY, null],
    ['2w', NOW - 14 * DAY, null],
    ['30 minutes', NOW - HOUR / 2, null],
    ['today', day(24), day(25)],
    ['yesterday', day(23), day(24)],
    ['yesterday..today', day(23), day(25)],
    ['today..yesterday', day(23), day(25)],
    ['2026-11-01', day(1), day(2)],
    ['2026-11', day(1), Date.UTC(2026, 11, 1)],
    ['2026-12', Date.UTC(2026, 11, 1), Date.UTC(2027, 0, 1)],
    ['>2026-11-01', day(2), null],
    ['>=2026-11-01', day(1), null],
    ['<2026-11-01', null, day(1)],
    ['<=2026-11-01', null, day(2)],
    ['2026-11-01..2026-11-20', day(1), day(21)],
    ['2026-11-20..2026-11-01', day(1), day(21)],
    ['2026-11-01..', day(1), null],
    ['..2026-11-01', null, day(2)],
    ['2d..1d', NOW - 2 * DAY, NOW - DAY],
    ['1d..2d', NOW - 2 * DAY, NOW - DAY],
    ['..24h', null, NOW - DAY],
    ['24h..', NOW - DAY, null],
    ['2026-11-01..24h', day(1), NOW - DAY],
    ['2026-11-01T09:30', day(1) + 9.5 * HOUR, day(1) + 9.5 * HOUR + 60_000],
    ['2026-11-01T09:30:07Z', day(1) + 9.5 * HOUR + 7000, day(1) + 9.5 * HOUR + 8000],
    ['>2026-11-01T09:30:00.250Z', day(1) + 9.5 * HOUR + 251, null],
    ['2026-11-01T09:30%2B05:30', day(1) + 4 * HOUR, day(1) + 4 * HOUR + 60_000],
  ])('reads the time %s', (written, from, to) => {
    expect(resolve(`created=${written}`).clauses).toEqual([
      { kind: 'time', field: 'created', from, to, not: false },
    ]);
  });

  it.each([
    ['>10m', 600_000.0005, null],
    ['10m..', 599_999.9995, null],
    ['<90s', null, 89_999.9995],
    ['<=1h30m', null, 5_400_000.0005],
    ['1.5h..10m', 599_999.9995, 5_400_000.0005],
    ['>2 h 4 min', 7_440_000.0005, null],
    ['>250ms', 250.0005, null],
  ])('reads the length %s', (written, from, to) => {
    expect(resolve(`-wait=${written}`).clauses).toEqual([
      { kind: 'span', field: 'wait', from, to, not: true },
    ]);
  });
});
