import { expect, it } from 'vitest';
import { matchName, wordsOf } from './matchName.ts';

it('ranks a beginning above the beginning of words above a part', () => {
  expect(matchName('Failed in the last 24 h', 'failed in')).toBe(3);
  expect(matchName('Failed in the last 24 h', '24 fail')).toBe(2);
  expect(matchName('Failed in the last 24 h', 'ailed')).toBe(1);
  expect(matchName('Failed in the last 24 h', 'failed now')).toBe(0);
});

it('looks past the first place where a word stands', () => {
  expect(matchName('restart start', 'start')).toBe(2);
  expect(matchName('Turn single-key shortcuts off', 'key')).toBe(2);
});

it('compares without case, and takes everything for nothing typed', () => {
  expect(matchName('STALLED', 'stal')).toBe(3);
  expect(matchName('Stalled', '  ')).toBe(3);
});

it('reads ten words at most', () => {
  expect(wordsOf('  a  b\tc ')).toEqual(['a', 'b', 'c']);
  expect(wordsOf('w '.repeat(400))).toHaveLength(10);
});
