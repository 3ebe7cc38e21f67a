import { expect, it } from 'vitest';
import { ApiError } from '../../contract/ApiError.ts';
import { freshnessOf, wallTimeOf, whyStopped } from './freshness.ts';

const AT = Date.UTC(2026, 10, 27, 14, 2, 15);
const quick = { updatedAt: AT, pollEveryMs: 5000, active: 3, verifying: false };
const kindAt = (state: typeof quick, after: number) => freshnessOf(state, AT + after).kind;

it('is fresh for three polls, at the pace of the polls', () => {
  expect([0, 15_000, 15_001].map((after) => kindAt(quick, after))).toEqual([
    'fresh',
    'fresh',
    'stopped',
  ]);
  const quiet = { ...quick, pollEveryMs: 30_000, active: 0 };
  expect([90_000, 90_001].map((after) => kindAt(quiet, after))).toEqual(['fresh', 'stopped']);
});

it('goes by the usual pace where no poll is planned', () => {
  const halted = { ...quick, pollEveryMs: null };
  expect(freshnessOf(halted, AT + 15_001)).toEqual({ kind: 'stopped', at: AT });
  expect(freshnessOf({ ...halted, active: 0 }, AT + 15_001).kind).toBe('fresh');
  expect(freshnessOf({ ...halted, active: 0 }, AT + 90_001).kind).toBe('stopped');
});

it('is not fresh before an answer, while a token is tried, nor by a clock that was set back', () => {
  expect(freshnessOf({ ...quick, updatedAt: null }, AT)).toEqual({ kind: 'waiting' });
  expect(freshnessOf({ ...quick, verifying: true }, AT)).toEqual({ kind: 'waiting' });
  expect(kindAt(quick, -3_600_000)).toBe('stopped');
});

it('says why nothing is answered, where that is known', () => {
  const error = new ApiError({ kind: 'offline', status: null, message: 'nobody answers' });
  expect(whyStopped({ error, paused: true })).toBe(error.message);
  expect(whyStopped({ error: null, paused: true })).toMatch(/paused/);
  expect(whyStopped({ error: null, paused: false })).toBe('');
});

it('goes on in steps while answers come, and stands still at the last one once they stop', () => {
  expect([0, 14_999, 15_000].map((after) => wallTimeOf(quick, AT + after) - AT)).toEqual([
    0, 0, 15_000,
  ]);
  expect(wallTimeOf({ ...quick, updatedAt: AT + 7 }, AT + 15_007)).toBe(AT + 15_000);
  expect([15_001, 86_400_000].map((after) => wallTimeOf(quick, AT + after))).toEqual([AT, AT]);
});
