import { beforeEach, describe, expect, it } from 'vitest';
import type { Ask } from './Ask.ts';
import {
  finishIfDone,
  forgetRow,
  newSweep,
  nextSweepAsk,
  restoreRows,
  type Sweep,
  startSweepWalk,
  sweepAsked,
  sweepFailed,
  sweepReceived,
} from './sweep.ts';

/** What each step makes of a sweep, by itself. */

let sweep: Sweep;

beforeEach(() => {
  sweep = newSweep();
});

const factsOf = (keys: readonly number[], total: number | null) => ({
  keys,
  received: keys.length,
  total,
  limit: 1000,
});

/** Sends the next call of the walk under way. */
function ask(): Ask {
  const next = nextSweepAsk(sweep);
  if (!next) throw new Error('nothing to ask');
  sweepAsked(sweep, next);
  return next;
}

const keysTo = (count: number) => Array.from({ length: count }, (_, key) => key);

describe('a sweep that has not begun', () => {
  it('seeks, at once, in the largest pages', () => {
    expect(sweep).toMatchObject({
      walk: null,
      walkNo: 1,
      verdict: 'sought',
      tries: 0,
      hasty: true,
      confirming: false,
      largest: 1000,
      brings: 1000,
      lastSeen: -1,
      lastAnswers: 0,
      total: null,
    });
  });

  it('asks nothing, takes no failure, and ends nothing', () => {
    expect(nextSweepAsk(sweep)).toBeNull();
    sweepAsked(sweep, { offset: 0, limit: 100 });
    sweepFailed(sweep, { offset: 0, limit: 1000 }, true);
    expect(finishIfDone(sweep)).toEqual([]);
    expect(sweep.largest).toBe(1000);
  });

  it('takes what is restored for the likely length of the list', () => {
    restoreRows(sweep, [4, 7, 4]);
    expect(sweep.total).toBe(2);
    expect([4, 7, 5].map((key) => sweep.seen.walkOf(key))).toEqual([1, 1, 0]);
    startSweepWalk(sweep, false);
    expect(sweep.walk?.total).toBe(2);
  });
});

describe('the limit of a walk', () => {
  it.each([
    [{ tries: 0, brings: 100, largest: 1000 }, 1000],
    [{ tries: 0, brings: 100, largest: 250 }, 250],
    [{ tries: 1, brings: 100, largest: 1000 }, 89],
    [{ tries: 2, brings: 100, largest: 1000 }, 77],
    [{ tries: 3, brings: 100, largest: 1000 }, 94],
    [{ tries: 4, brings: 100, largest: 1000 }, 104],
    [{ tries: 5, brings: 100, largest: 1000 }, 100],
    [{ tries: 6, brings: 100, largest: 1000 }, 106],
    [{ tries: 9, brings: 100, largest: 1000 }, 83],
    [{ tries: 4, brings: 1000, largest: 1000 }, 1000],
    [{ tries: 2, brings: 10, largest: 1000 }, 7],
    [{ tries: 2, brings: 9, largest: 1000 }, 11],
    [{ tries: 1, brings: 9, largest: 1000 }, 8],
    [{ tries: 1, brings: 1, largest: 1000 }, 2],
  ])('with %j is %i', (known, limit) => {
    Object.assign(sweep, known);
    startSweepWalk(sweep, false);
    expect(sweep.walk?.limit).toBe(limit);
    expect(sweep.walk?.expect).toBe(Math.min(limit, known.brings));
  });
});

describe('the walks that are counted together', () => {
  it('begin anew once the total has moved', () => {
    startSweepWalk(sweep, false);
    expect(sweep.steady).toEqual({ from: 2, total: null, seen: 0, moved: false });
    startSweepWalk(sweep, false);
    expect(sweep.steady.from).toBe(2);
    sweep.steady.moved = true;
    startSweepWalk(sweep, false);
    expect(sweep.steady).toEqual({ from: 4, total: null, seen: 0, moved: false });
  });

  it('begin anew after a proof: rows may be gone since, and as many others come', () => {
    startSweepWalk(sweep, false);
    Object.assign(sweep, { verdict: 'proven' });
    startSweepWalk(sweep, false);
    expect(sweep.steady).toEqual({ from: 3, total: null, seen: 0, moved: false });
  });

  it('are twelve at most', () => {
    for (let no = 2; no <= 13; no += 1) startSweepWalk(sweep, false);
    expect(sweep.steady.from).toBe(2);
    startSweepWalk(sweep, false);
    expect([sweep.walkNo, sweep.steady.from]).toEqual([14, 14]);
  });

  it('count each row once, and those of their own calls only', () => {
    startSweepWalk(sweep, false);
    sweepReceived(sweep, ask(), factsOf(keysTo(50), 5000), 2);
    expect(sweep.steady).toMatchObject({ seen: 50, total: 5000, moved: false });
    sweepReceived(sweep, { offset: 0, limit: 100 }, factsOf([48, 49, 50, 51], 5000), 2);
    expect(sweep.steady.seen).toBe(52);
    sweepReceived(sweep, { offset: 0, limit: 100 }, factsOf([60, 61], 5000), 1);
    expect(sweep.steady.seen).toBe(52);
    expect(sweep.seen.walkOf(60)).toBe(1);
  });

  it.each([4999, 5001, null])('have moved when the total is %j after 5,000', (total) => {
    startSweepWalk(sweep, false);
    sweepReceived(sweep, ask(), factsOf(keysTo(50), 5000), 2);
    sweepReceived(sweep, ask(), factsOf([60, 61], total), 2);
    expect(sweep.steady).toMatchObject({ total: 5000, moved: true });
  });
});

describe('an answer to a call of an earlier walk', () => {
  it('marks the rows that no later walk has seen', () => {
    startSweepWalk(sweep, false);
    startSweepWalk(sweep, false);
    sweepReceived(sweep, ask(), factsOf([1, 2], 5000), 3);
    sweepReceived(sweep, { offset: 0, limit: 100 }, factsOf([2, 3], 5000), 2);
    expect([1, 2, 3].map((key) => sweep.seen.walkOf(key))).toEqual([3, 3, 2]);
    expect(sweep.walk?.answers).toBe(1);
  });

  it('brings back a row that was missed', () => {
    restoreRows(sweep, [1]);
    sweep.missed.set(1, { proven: 1, weight: 3 });
    sweepReceived(sweep, { offset: 0, limit: 100 }, factsOf([1], 1), 1);
    expect(sweep.missed.size).toBe(0);
  });
});

describe('a row that is forgotten', () => {
  beforeEach(() => {
    restoreRows(sweep, [8, 9]);
    startSweepWalk(sweep, false);
    sweepReceived(sweep, ask(), factsOf([0, 1, 2], 5000), 2);
  });

  it('is counted by no walk any more', () => {
    forgetRow(sweep, 1);
    expect([sweep.steady.seen, sweep.walk?.seen, sweep.seen.walkOf(1)]).toEqual([2, 2, 0]);
  });

  it('changes no count when no walk has seen it', () => {
    forgetRow(sweep, 8);
    expect([sweep.steady.seen, sweep.walk?.seen]).toEqual([3, 3]);
    expect(sweep.seen.size).toBe(4);
  });

  it('changes the count of all walks alone when the one under way has not seen it', () => {
    startSweepWalk(sweep, false);
    forgetRow(sweep, 1);
    expect([sweep.steady.seen, sweep.walk?.seen]).toEqual([2, 0]);
  });

  it('is missed by no walk', () => {
    sweep.missed.set(9, { proven: 1, weight: 3 });
    forgetRow(sweep, 9);
    expect(sweep.missed.size).toBe(0);
  });
});

describe('a page that is refused', () => {
  beforeEach(() => startSweepWalk(sweep, false));

  it.each([
    [1000, 250],
    [250, 100],
  ])('of %i is asked for in pages of %i', (limit, smaller) => {
    if (sweep.walk) Object.assign(sweep.walk, { limit, expect: limit, learnt: true });
    const refused = ask();
    sweepFailed(sweep, refused, false);
    expect(sweep.walk).toMatchObject({ limit: smaller, expect: smaller, learnt: false });
    expect(sweep.walk?.inFlight).toEqual([]);
    expect(sweep.largest).toBe(1000);
  });

  it('does not make more of what a page brings', () => {
    if (sweep.walk) Object.assign(sweep.walk, { expect: 40 });
    sweepFailed(sweep, ask(), true);
    expect(sweep.walk).toMatchObject({ limit: 250, expect: 40 });
    expect(sweep.largest).toBe(250);
  });

  it('changes nothing when a smaller one is asked for already', () => {
    const refused = ask();
    sweepFailed(sweep, refused, false);
    if (sweep.walk) Object.assign(sweep.walk, { learnt: true });
    sweepFailed(sweep, { offset: 0, limit: 200 }, true);
    expect(sweep.walk).toMatchObject({ limit: 250, learnt: true });
    expect(sweep.largest).toBe(1000);
  });
});
