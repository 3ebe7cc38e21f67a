import { describe, expect, it } from 'vitest';
import { parseView } from '../../../views/address/parseView.ts';
import { printView } from '../../../views/address/printView.ts';
import { resolveView } from '../../../views/resolveView.ts';
import {
  comparableRange,
  comparedRange,
  createdRange,
  hasRange,
  withRange,
} from './createdRange.ts';

const NOW = Date.UTC(2026, 10, 24, 11, 20);
const at = (hour: number, minute = 0, second = 0) => Date.UTC(2026, 10, 24, hour, minute, second);
const rangeOf = (search: string) => createdRange(resolveView(parseView(search), NOW).clauses);

describe('a range that is taken', () => {
  it('says the last minute in it (row 26)', () => {
    const view = withRange(parseView('?status=FAILED'), { from: at(10), to: at(12) });
    const search = printView(view);
    expect(search).toBe('?status=FAILED&created=2026-11-24T10:00Z..2026-11-24T11:59Z');
    expect(rangeOf(search)).toEqual({ from: at(10), to: at(12) });
  });

  it('says the last second where it begins or ends within a minute', () => {
    const view = withRange(parseView(''), { from: at(10, 0, 5), to: at(10, 0, 10) });
    const search = printView(view);
    expect(search).toBe('?created=2026-11-24T10:00:05Z..2026-11-24T10:00:09Z');
    expect(rangeOf(search)).toEqual({ from: at(10, 0, 5), to: at(10, 0, 10) });
  });

  it('takes the place of the time that was asked for, and is undone', () => {
    const before = parseView('?created=24h&-created=2026-11-20&ended=7d');
    const view = withRange(before, { from: at(10), to: at(11) });
    expect(printView(view)).toContain('created=2026-11-24T10:00Z..2026-11-24T10:59Z');
    expect(printView(view)).toContain('-created=2026-11-20');
    expect(printView(view)).not.toContain('24h');
    expect(hasRange(view)).toBe(true);
    expect(printView(withRange(view, null))).not.toContain('&created=2');
    expect(hasRange(withRange(view, null))).toBe(false);
  });
});

it('knows the time that all conditions on the creation leave', () => {
  expect(rangeOf('?created=24h')).toEqual({ from: NOW - 86_400_000, to: null });
  expect(rangeOf('?created=2026-11-24&created=6h')).toEqual({
    from: at(5, 20),
    to: Date.UTC(2026, 10, 25),
  });
  expect(rangeOf('?ended=24h&-created=1h')).toEqual({ from: null, to: null });
});

describe('what a range is compared with', () => {
  const compared = (search: string, other: Parameters<typeof comparedRange>[1]) =>
    printView(comparedRange(parseView(search), other));

  it('is the time before it, or another range', () => {
    expect(compared('?created=yesterday&image=web&zone=Asia/Kolkata', null)).toBe(
      '?lens=compare&image=web&zone=Asia/Kolkata&compare=yesterday',
    );
    expect(compared('?created=24h', { from: at(3), to: at(5) })).toBe(
      '?lens=compare&compare=24h,2026-11-24T03:00Z..2026-11-24T04:59Z',
    );
  });

  it('is nothing where there is no one range with a beginning', () => {
    for (const search of ['', '?created=%3C2026-11-20', '?created=24h&created=7d']) {
      expect(comparableRange(parseView(search))).toBeNull();
      expect(compared(search, null)).toBe(printView(parseView(search)));
    }
  });
});
