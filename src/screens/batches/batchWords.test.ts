import { describe, expect, it } from 'vitest';
import type { BatchProgress } from '../../insights/batches/batchProgress.ts';
import { batchName, rangeText } from '../../insights/batches/batchText.ts';
import { countsText, endText, liveText, rateText } from './batchWords.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SUBMITTED: BatchProgress = {
  state: 'submitted',
  images: 1204,
  completed: 812,
  failed: 9,
  cancelled: 0,
  active: 383,
  stalled: 0,
  other: 0,
  retries: 2,
  share: null,
  endedPerMinute: 31.6,
  tookMs: null,
  left: [],
};
const DRAINING: BatchProgress = { ...SUBMITTED, state: 'draining', active: 4, share: 0.997 };

describe('a batch in words', () => {
  it('is called by its family and the tag that all have', () => {
    expect(batchName({ family: 'swe-gym', tag: 'v6' })).toBe('swe-gym v6');
    expect(batchName({ family: 'swe-gym', tag: null })).toBe('swe-gym');
    expect(batchName({ family: '\u202e', tag: '' })).not.toContain('\u202e');
  });

  it('says no share and no end while it is submitted (row 25)', () => {
    expect(liveText({ progress: SUBMITTED, end: null })).toBe(
      '1,204 submitted so far, 812 done, 9 failed',
    );
    expect(endText({ progress: SUBMITTED, end: { from: 0, to: MINUTE } })).toBe('–');
    expect(countsText(SUBMITTED)).toBe('812 done, 9 failed, 383 active of 1,204 images so far');
  });

  it('says how far it is once it drains, and never that all is done', () => {
    const end = { from: 4 * MINUTE, to: 9 * MINUTE };
    expect(endText({ progress: DRAINING, end })).toBe('99 %, ends in 4 to 9 min');
    expect(endText({ progress: DRAINING, end: null })).toBe('99 %');
    expect(liveText({ progress: DRAINING, end })).toBe(
      '812 done, 9 failed of 1,204, ends in 4 to 9 min',
    );
  });

  it('says how long it took once it has ended', () => {
    const progress: BatchProgress = { ...SUBMITTED, state: 'ended', share: 1, tookMs: 350_000 };
    expect(endText({ progress, end: null })).toBe('took 5 min 50 s');
  });

  it('says an end as a range in minutes and hours', () => {
    expect(rangeText({ from: 0, to: 5 * MINUTE })).toBe('within 5 min');
    expect(rangeText({ from: 10 * MINUTE, to: 10 * MINUTE })).toBe('in about 10 min');
    expect(rangeText({ from: 45 * MINUTE, to: 2 * HOUR })).toBe('in 45 min to 2 h');
    expect(rangeText({ from: 75 * MINUTE, to: 150 * MINUTE })).toBe('in 1 h 15 min to 2 h 30 min');
  });

  it('says how fast builds end', () => {
    expect(rateText(SUBMITTED)).toBe('32/min');
    expect(rateText({ ...SUBMITTED, endedPerMinute: 0.8 })).toBe('0.8/min');
    expect(rateText({ ...SUBMITTED, endedPerMinute: 0 })).toBe('–');
  });
});
