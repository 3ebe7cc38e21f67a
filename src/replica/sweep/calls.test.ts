import { describe, expect, it } from 'vitest';
import { ModelServer, NO_VICES, type Vices } from '../testing/modelServer.ts';
import type { Ask } from './Ask.ts';
import {
  doubtSweep,
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

/** Which calls the sweep makes, one after the other: what a list costs, and what it makes of it. */

const server = (size: number, vices: Partial<Vices> = {}) =>
  new ModelServer(size, { ...NO_VICES, ...vices });

const print = ({ offset, limit }: Ask) => `${offset}+${limit}`;

/** Answers a call; returns the rows that are then known to be gone. */
function answer(sweep: Sweep, from: ModelServer, ask: Ask, walkNo = sweep.walkNo) {
  const { ids, total, limit } = from.answer(ask);
  return sweepReceived(sweep, ask, { keys: ids, received: ids.length, total, limit }, walkNo);
}

/** One walk, call by call. `meanwhile` is called after each answer with how many there were. */
function walk(sweep: Sweep, from: ModelServer, meanwhile: (answers: number) => void = () => {}) {
  startSweepWalk(sweep, sweep.lastAnswers === 0);
  const asks: string[] = [];
  const gone: number[] = [];
  while (sweep.walk && asks.length < 100) {
    const ask = nextSweepAsk(sweep);
    if (!ask) {
      gone.push(...finishIfDone(sweep));
      continue;
    }
    asks.push(print(ask));
    sweepAsked(sweep, ask);
    gone.push(...answer(sweep, from, ask));
    meanwhile(asks.length);
  }
  return { asks: asks.join(' '), verdict: sweep.verdict, again: sweep.hasty, gone: gone.length };
}

const proven = { verdict: 'proven', again: false, gone: 0 };
const tryAgain = { verdict: 'sought', again: true, gone: 0 };

describe('the first walk over a list that stands still', () => {
  it.each([
    ['nothing', 0, {}, '0+100'],
    ['what one page holds', 40, {}, '0+100'],
    ['a page, whose count is its size', 100, {}, '0+100 95+1000 0+100'],
    ['thousands', 2412, {}, '0+100 95+1000 1090+1000 2085+1000 0+100'],
    ['pages capped at 100', 450, { cap: 100 }, '0+100 95+1000 190+1000 285+1000 380+1000 0+100'],
    ['pages capped at 20', 90, { cap: 20 }, '0+100 15+1000 30+1000 45+1000 60+1000 75+1000 0+100'],
    ['pages of two', 7, { cap: 2 }, '0+100 0+1000 2+1000 3+1000 4+1000 5+1000 6+1000 0+100'],
    ['pages of one', 4, { cap: 1 }, '0+100 0+1000 1+1000 2+1000 3+1000 4+1000 0+100'],
  ])('proves %s', (_, size, vices, asks) => {
    const sweep = newSweep();
    expect(walk(sweep, server(size, vices))).toEqual({ asks, ...proven });
    expect(sweep.seen.size).toBe(size);
  });

  it('asks for large pages at once the next time', () => {
    const sweep = newSweep();
    const list = server(2412);
    walk(sweep, list);
    expect(walk(sweep, list)).toEqual({ asks: '0+1000 995+1000 1990+1000 0+100', ...proven });
  });
});

describe('a list that is not counted', () => {
  it('is proven once two walks with other page edges agree', () => {
    const sweep = newSweep();
    const list = server(250, { totals: 'omitted', cap: 100 });
    const asks = '0+100 95+1000 190+1000 245+1000 250+1000 0+100';
    expect(walk(sweep, list)).toEqual({ asks, ...tryAgain });
    const again = '0+89 84+89 168+89 245+89 250+89 0+89';
    expect(walk(sweep, list)).toEqual({ asks: again, ...proven });
  });
});

describe('a list that is counted wrongly', () => {
  it.each([-20, 20])('by %i is read to its end, and is not called proven', (off) => {
    const sweep = newSweep();
    const list = server(250, { totals: off, cap: 100 });
    const asks = '0+100 95+1000 190+1000 245+1000 250+1000 0+100';
    expect(walk(sweep, list)).toEqual({ asks, ...tryAgain });
    expect(walk(sweep, list)).toMatchObject(tryAgain);
    expect(walk(sweep, list)).toMatchObject({ verdict: 'unproven', again: false });
    expect(sweep.seen.size).toBe(250);
  });
});

describe('a list that moves while it is read', () => {
  /** Two builds go and one comes after each of the first answers. */
  const moves = (list: ModelServer) => (answers: number) => {
    if (answers > 3) return;
    list.remove(0.2, 2);
    list.insert(1);
  };

  it('is walked in vain by no walk that misses what is gone, however little is proven', () => {
    const sweep = newSweep();
    const list = server(450, { cap: 100 });
    walk(sweep, list, moves(list));
    for (let nth = 2; nth <= 8; nth += 1) {
      walk(sweep, list, moves(list));
      expect(sweep).toMatchObject({ tries: nth, vain: 0 });
    }
    expect(sweep.verdict).toBe('unproven');
  });

  it('is walked in vain by no walk that proves it and misses others than the one before', () => {
    const sweep = newSweep();
    const list = server(450, { cap: 100 });
    walk(sweep, list);
    for (let nth = 1; nth <= 8; nth += 1) {
      list.remove(0.5, 3);
      walk(sweep, list);
      expect(sweep).toMatchObject({ tries: nth, vain: 0 });
    }
    expect(sweep.seen.size).toBe(list.size + 3);
  });

  it('is walked in vain where no more than its count moves', () => {
    const sweep = newSweep();
    const still = server(250, { totals: 'random', cap: 100 });
    for (let nth = 1; nth <= 4; nth += 1) walk(sweep, still);
    expect(sweep).toMatchObject({ tries: 4, vain: 4 });
  });
});

describe('a list that gives its first page for every offset', () => {
  it('is given up after six pages without news, and called unprovable after three walks', () => {
    const sweep = newSweep();
    const list = server(250, { ignoresOffset: true, cap: 50 });
    expect(walk(sweep, list)).toEqual({
      asks: '0+100 45+1000 90+1000 135+1000 180+1000 225+1000 270+1000 0+100',
      ...tryAgain,
    });
    expect(walk(sweep, list)).toEqual({
      asks: '0+44 39+44 78+44 117+44 156+44 195+44 234+44 0+100 45+100',
      ...tryAgain,
    });
    expect(walk(sweep, list)).toMatchObject({ verdict: 'unprovable', again: false });
    expect(walk(sweep, list)).toMatchObject({ verdict: 'unprovable', again: false });
    expect(sweep.tries).toBe(4);
    expect(sweep.seen.size).toBe(50);
  });

  it('is given up later where pages are small', () => {
    const { asks } = walk(newSweep(), server(900, { ignoresOffset: true, cap: 9 }));
    expect(asks.split(' ')).toHaveLength(1 + 24 + 1);
  });
});

describe('a list that changes while it is read', () => {
  it('is read again at the head for what was added', () => {
    const sweep = newSweep();
    const list = server(600, { cap: 100 });
    const asks = '0+100 95+1000 190+1000 285+1000 380+1000 475+1000 570+1000 0+100 95+100';
    const news = (answers: number) => {
      if (answers === 3) list.insert(30);
    };
    expect(walk(sweep, list, news)).toEqual({ asks, ...proven });
    expect(sweep.seen.size).toBe(630);
  });

  it('is read again where rows slipped between two pages, and what is gone is forgotten', () => {
    const sweep = newSweep();
    const list = server(600, { cap: 100 });
    const loss = (answers: number) => {
      if (answers === 3) list.remove(0, 30);
    };
    // 285 again: from there on nothing hung together with the pages before.
    const asks = '0+100 95+1000 190+1000 285+1000 380+1000 475+1000 285+1000 0+100';
    expect(walk(sweep, list, loss)).toEqual({ asks, ...tryAgain });
    expect(walk(sweep, list)).toMatchObject({ again: true, gone: 0 });
    expect(walk(sweep, list)).toMatchObject({ verdict: 'proven', again: false, gone: 30 });
    expect(sweep.seen.size).toBe(570);
  });

  it('loses rows only when a second proven walk has missed them', () => {
    const sweep = newSweep();
    const list = server(600, { cap: 100 });
    walk(sweep, list);
    list.remove(0.5, 7);
    expect(walk(sweep, list)).toMatchObject({ again: true, gone: 0 });
    expect(sweep.seen.size).toBe(600);
    expect(walk(sweep, list)).toMatchObject({ ...proven, gone: 7 });
    expect(sweep.seen.size).toBe(593);
  });

  it('keeps a row that one walk missed and a poll has seen since', () => {
    const sweep = newSweep();
    const list = server(300, { cap: 100 });
    walk(sweep, list);
    const [lost = -1] = list.answer({ offset: 150, limit: 1 }).ids;
    list.remove(0.5, 1);
    walk(sweep, list);
    sweepReceived(
      sweep,
      { offset: 0, limit: 100 },
      { keys: [lost], received: 1, total: 300, limit: 100 },
      sweep.walkNo,
    );
    walk(sweep, list);
    expect(sweep.seen.walkOf(lost)).toBeGreaterThan(0);
  });
});

describe('a call that fails', () => {
  it('is made again, in smaller pages', () => {
    const sweep = newSweep();
    const list = server(2412);
    startSweepWalk(sweep, false);
    const sizes: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const ask = nextSweepAsk(sweep);
      if (!ask) break;
      expect(ask.offset).toBe(0);
      sizes.push(ask.limit);
      sweepAsked(sweep, ask);
      sweepFailed(sweep, ask, false);
    }
    expect(sizes).toEqual([1000, 250, 100, 100]);
    expect(sweep.largest).toBe(1000);
    const ask = nextSweepAsk(sweep);
    if (ask) {
      sweepAsked(sweep, ask);
      answer(sweep, list, ask);
    }
    expect(nextSweepAsk(sweep)).toEqual({ offset: 95, limit: 100 });
  });

  it('is not made in large pages again where the API refuses them for good', () => {
    const sweep = newSweep();
    startSweepWalk(sweep, false);
    const ask = nextSweepAsk(sweep);
    if (!ask) throw new Error('none');
    sweepAsked(sweep, ask);
    sweepFailed(sweep, ask, true);
    expect(sweep.largest).toBe(250);
  });

  it('of a small page makes no page smaller, nor does one whose walk is over', () => {
    const sweep = newSweep();
    startSweepWalk(sweep, true);
    const ask = nextSweepAsk(sweep);
    if (!ask) throw new Error('none');
    sweepAsked(sweep, ask);
    sweepFailed(sweep, ask, true);
    expect(sweep.largest).toBe(1000);
    expect(nextSweepAsk(sweep)).toEqual(ask);
    const idle = newSweep();
    sweepFailed(idle, { offset: 0, limit: 1000 }, true);
    expect(idle.largest).toBe(1000);
  });
});

describe('the first page of all', () => {
  it('is asked for alone, then four pages may be under way', () => {
    const sweep = newSweep();
    const list = server(9000);
    startSweepWalk(sweep, true);
    const first = nextSweepAsk(sweep);
    if (!first) throw new Error('none');
    sweepAsked(sweep, first);
    expect(nextSweepAsk(sweep)).toBeNull();
    answer(sweep, list, first);
    const asks: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const ask = nextSweepAsk(sweep);
      if (!ask) break;
      asks.push(print(ask));
      sweepAsked(sweep, ask);
    }
    expect(asks).toEqual(['95+1000', '1090+1000', '2085+1000', '3080+1000']);
  });
});

describe('what a copy brought', () => {
  it('is missed by walks like any other row', () => {
    const sweep = newSweep();
    const list = server(50);
    restoreRows(sweep, [1, 2, 900, 901]);
    expect(sweep.seen.size).toBe(4);
    expect(walk(sweep, list)).toMatchObject({ again: true, gone: 0 });
    expect(walk(sweep, list)).toMatchObject({ ...proven, gone: 2 });
    expect(sweep.seen.size).toBe(50);
  });

  it('may be forgotten, and then counts in no proof', () => {
    const sweep = newSweep();
    restoreRows(sweep, [7]);
    forgetRow(sweep, 7);
    forgetRow(sweep, 8);
    expect(sweep.seen.size).toBe(0);
    expect(walk(sweep, server(3))).toMatchObject(proven);
  });
});

describe('doubt', () => {
  it('voids a proof and calls for a walk, once', () => {
    const sweep = newSweep();
    walk(sweep, server(50));
    doubtSweep(sweep);
    expect(sweep).toMatchObject({ verdict: 'sought', hasty: true, tries: 0 });
  });

  it('changes nothing where nothing was proven', () => {
    const sweep = newSweep();
    const list = server(250, { totals: 20, cap: 100 });
    for (let turn = 0; turn < 3; turn += 1) walk(sweep, list);
    doubtSweep(sweep);
    expect(sweep).toMatchObject({ verdict: 'unproven', hasty: false, tries: 3 });
  });
});

describe('an answer to a call of an earlier walk', () => {
  it('counts for the rows, not for the walk', () => {
    const sweep = newSweep();
    const list = server(300, { cap: 100 });
    walk(sweep, list);
    startSweepWalk(sweep, false);
    const before = sweep.seen.size;
    answer(sweep, list, { offset: 0, limit: 100 }, sweep.walkNo - 1);
    expect(sweep.walk).toMatchObject({ answers: 0, seen: 0 });
    expect(sweep.seen.size).toBe(before);
  });
});
