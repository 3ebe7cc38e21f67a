import { describe, expect, it } from 'vitest';
import type { Estimate } from './Durations.ts';
import { leftWords, lengthWords, rungWords, usualWords } from './usualWords.ts';

const MINUTE = 60_000;
const estimate = (changes: Partial<Estimate>): Estimate => ({
  rung: 'name',
  completed: 17,
  compared: 20,
  usual: { from: 4.2 * MINUTE, to: 6.8 * MINUTE },
  longest: 9 * MINUTE,
  progress: null,
  ...changes,
});
const usual = (from: number | null, to: number | null) =>
  usualWords(estimate({ usual: { from, to } }));

describe('what is said of durations', () => {
  it('is rounded, in one unit where it can be', () => {
    expect(usual(4.2 * MINUTE, 6.8 * MINUTE)).toBe('usually 4 to 7 min');
    expect(usual(41_000, 84_000)).toBe('usually 40 to 85 s');
    expect(usual(41_000, 184_000)).toBe('usually 40 s to 3 min');
    expect(usual(85_000, 244_000)).toBe('usually 1 to 4 min');
    expect(usual(4.1 * MINUTE, 4.3 * MINUTE)).toBe('usually about 4 min');
    expect(usual(100 * MINUTE, 180 * MINUTE)).toBe('usually 1.7 to 3 h');
  });

  it('says over what has been seen where the rest is unknown', () => {
    expect(usual(4 * MINUTE, null)).toBe('usually 4 min to over 9 min');
    expect(usual(null, null)).toBe('usually over 9 min');
  });

  it('names what is compared, and how many', () => {
    expect(rungWords(estimate({}))).toBe('17 completed builds of this image');
    expect(rungWords(estimate({ rung: 'family' }))).toBe('17 completed builds of its family');
  });

  it('says what is left as a range, never as a time or a share', () => {
    const progress = { left: { from: 2 * MINUTE, to: 5 * MINUTE }, longerThan: 3, length: 'usual' };
    const said = leftWords(estimate({ progress: { ...progress, length: 'usual' } }));
    expect(said).toBe('2 to 5 min left, if it completes');
    const open = { left: { from: 2 * MINUTE, to: null }, longerThan: 3, length: 'usual' } as const;
    expect(leftWords(estimate({ progress: open }))).toBe('2 min or more left, if it completes');
    const late = { left: null, longerThan: 15, length: 'longer' } as const;
    expect(leftWords(estimate({ progress: late }))).toBe('longer than 15 of 17 before');
    expect(leftWords(estimate({}))).toBe('');
  });

  it('marks what is longer', () => {
    expect(lengthWords('longer')).toBe('longer than usual');
    expect(lengthWords('much longer')).toBe('much longer than usual');
    expect(lengthWords('usual')).toBe('');
    expect(lengthWords(undefined)).toBe('');
  });
});
