import { describe, expect, it } from 'vitest';
import { type EarlierWalks, judgeWalk } from './judgeWalk.ts';
import { startWalk, type WalkState } from './Walk.ts';

/** A walk of one answer that brought three rows of three. */
function walkOf(part: Partial<WalkState> = {}): WalkState {
  const walk = startWalk(7, { limit: 1000, expect: 1000, total: 3, gently: false });
  return { ...walk, answers: 1, seen: 3, closed: true, closeTotal: 3, phase: 'done', ...part };
}

const moved: EarlierWalks = { lastSeen: -1, steady: { from: 5, total: 3, seen: 9, moved: true } };

describe('a walk', () => {
  it('proves the list that saw as many different rows as are counted', () => {
    expect(judgeWalk(walkOf(), moved)).toMatchObject({ proven: true, since: 7, sound: true });
  });

  it.each([
    ['saw fewer', { seen: 2 }],
    ['saw more', { seen: 4 }],
    ['was not closed', { closed: false }],
    ['met pages twice', { repeating: true }],
    ['met rows too far away', { jumps: 1 }],
    ['has a gap', { answers: 3 }],
  ])('proves nothing that %s', (_, part) => {
    expect(judgeWalk(walkOf(part), moved).proven).toBe(false);
  });

  it('proves the list together with those since the total last moved', () => {
    const steady = { from: 5, total: 3, seen: 3, moved: false };
    const walk = walkOf({ seen: 2, jumps: 1 });
    expect(judgeWalk(walk, { ...moved, steady })).toMatchObject({ proven: true, since: 5 });
    const fewer = { ...steady, seen: 2 };
    expect(judgeWalk(walk, { ...moved, steady: fewer }).proven).toBe(false);
  });

  it('proves a list that is not counted by seeing what the one before saw', () => {
    const uncounted = { closeTotal: null, total: null, seenAgain: 3 };
    expect(judgeWalk(walkOf(uncounted), { ...moved, lastSeen: 3 }).proven).toBe(true);
    expect(judgeWalk(walkOf(uncounted), { ...moved, lastSeen: 4 }).proven).toBe(false);
    const others = walkOf({ ...uncounted, seenAgain: 2 });
    expect(judgeWalk(others, { ...moved, lastSeen: 3 }).proven).toBe(false);
  });

  it('may be compared with the next one where it hangs together, or its pages share no row', () => {
    expect(judgeWalk(walkOf(), moved).comparable).toBe(true);
    expect(judgeWalk(walkOf({ answers: 3 }), moved).comparable).toBe(false);
    expect(judgeWalk(walkOf({ answers: 3, expect: 1 }), moved).comparable).toBe(true);
  });

  it('proves that nothing is there by seeing nothing', () => {
    const nothing = { seen: 0, total: 0, closeTotal: 0, jumps: 1 };
    expect(judgeWalk(walkOf(nothing), moved).proven).toBe(true);
    expect(judgeWalk(walkOf({ ...nothing, total: 3 }), moved).proven).toBe(false);
  });
});
