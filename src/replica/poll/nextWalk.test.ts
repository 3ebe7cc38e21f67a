import { describe, expect, it } from 'vitest';
import { nextWalk, type WalkFacts } from './nextWalk.ts';

const NOW = 1_000_000;
const proven: WalkFacts = {
  now: NOW,
  verdict: 'proven',
  hasty: false,
  endedAt: NOW,
  calls: 4,
  tries: 0,
  vain: 0,
  newestFirst: true,
};

describe('the next walk', () => {
  it('is due at first, and five minutes after a proof', () => {
    expect(nextWalk({ ...proven, endedAt: null })).toBe(NOW);
    expect(nextWalk(proven)).toBe(NOW + 300_000);
    expect(nextWalk({ ...proven, endedAt: NOW - 9e9 })).toBe(NOW);
  });

  it('follows at once on a walk that proved nothing, after a fair pause on a doubt', () => {
    expect(nextWalk({ ...proven, verdict: 'sought', hasty: true, tries: 1 })).toBe(NOW);
    expect(nextWalk({ ...proven, verdict: 'sought', hasty: true })).toBe(NOW + 4000);
  });

  it('slows down while the list stays unproven, and shows nothing', () => {
    const at = (vain: number) => nextWalk({ ...proven, verdict: 'unproven', vain }) - NOW;
    expect([3, 4, 5, 6, 20].map(at)).toEqual([60_000, 120_000, 240_000, 300_000, 300_000]);
  });

  it('goes on once a minute while the list is unproven, and moves', () => {
    expect(nextWalk({ ...proven, verdict: 'unproven', tries: 20, vain: 0 })).toBe(NOW + 60_000);
    expect(nextWalk({ ...proven, verdict: 'unproven', tries: 20, calls: 30 })).toBe(NOW + 90_000);
  });

  it('is all there is to find news where the head does not show them', () => {
    expect(nextWalk({ ...proven, newestFirst: false })).toBe(NOW + 30_000);
  });

  it('comes more seldom for a list that takes many calls', () => {
    expect(nextWalk({ ...proven, calls: 1000 })).toBe(NOW + 3_000_000);
  });
});
