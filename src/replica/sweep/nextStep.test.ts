import { beforeEach, describe, expect, it } from 'vitest';
import { nextAsk, walkAsked } from './changeWalk.ts';
import { startWalk, type WalkState } from './Walk.ts';

let walk: WalkState;

const begin = (part: Partial<Parameters<typeof startWalk>[1]> = {}) =>
  startWalk(2, { limit: 1000, expect: 100, total: null, gently: false, ...part });

beforeEach(() => {
  walk = begin();
});

/** The next call, which is sent. */
function ask() {
  const next = nextAsk(walk);
  if (next) walkAsked(walk, next);
  return next && `${next.offset}+${next.limit}`;
}

describe('reading', () => {
  it('asks for page 1 alone first where it is to paint at once', () => {
    walk = begin({ gently: true });
    expect([ask(), ask()]).toEqual(['0+100', null]);
    Object.assign(walk, { inFlight: [], answers: 1, cover: [{ from: 0, to: 100 }] });
    expect([ask(), ask(), ask()]).toEqual(['95+1000', '190+1000', '285+1000']);
  });

  it('plans beyond what is under way, by what a page brings', () => {
    expect([ask(), ask(), ask()]).toEqual(['0+1000', '95+1000', '190+1000']);
    walk = begin({ limit: 40 });
    walk.expect = 100;
    expect([ask(), ask()]).toEqual(['0+40', '35+40']);
  });

  it('closes a gap with rows of both sides, and no more', () => {
    walk.cover = [
      { from: 0, to: 100 },
      { from: 130, to: 300 },
    ];
    expect(ask()).toBe('95+40');
    expect(ask()).toBe('295+1000');
    walk = begin({ limit: 30 });
    walk.expect = 100;
    walk.cover = [
      { from: 0, to: 100 },
      { from: 130, to: 300 },
    ];
    expect(ask()).toBe('95+30');
  });

  it('asks without overlap where that got stuck', () => {
    walk.cover = [{ from: 0, to: 100 }];
    walk.stuck = new Set([100]);
    expect(ask()).toBe('100+1000');
  });

  it('asks past the total only once nothing is under way', () => {
    walk.total = 195;
    walk.cover = [{ from: 0, to: 100 }];
    expect([ask(), ask()]).toEqual(['95+1000', null]);
    Object.assign(walk, { inFlight: [], cover: [{ from: 0, to: 195 }] });
    expect([ask(), ask()]).toEqual(['190+1000', null]);
  });

  it('asks on where the total is too low, or there is none', () => {
    for (const part of [{ total: 195, totalTooLow: true }, { total: null }]) {
      walk = begin();
      Object.assign(walk, { ...part, cover: [{ from: 0, to: 195 }] });
      expect([ask(), ask()]).toEqual(['190+1000', '285+1000']);
    }
  });

  it('waits at the end for what is under way', () => {
    Object.assign(walk, { endAt: 100, cover: [{ from: 0, to: 100 }], answers: 2 });
    walk.inFlight = [{ offset: 50, limit: 100 }];
    expect(nextAsk(walk)).toBeNull();
    expect(walk.phase).toBe('reading');
    walk.inFlight = [];
    nextAsk(walk);
    expect(walk.phase).toBe('closing');
  });
});

/** Ends the reading: the walk has these chains of pages. */
function mending(...chains: readonly { from: number; to: number; head?: true; end?: true }[]) {
  walk.phase = 'mending';
  walk.answers = 2;
  for (const { head = false, end = false, ...page } of chains) {
    walk.chains.add({ head, end, ...page });
  }
}

/** The calls that mend, until the walk closes. */
function mends(): (string | null)[] {
  const asks: (string | null)[] = [];
  for (;;) {
    const next = ask();
    walk.inFlight = [];
    if (walk.phase !== 'mending') return asks;
    asks.push(next);
  }
}

describe('mending', () => {
  it('has nothing to do where one chain goes from the top to the end', () => {
    mending({ from: 0, to: 100, head: true, end: true }, { from: 300, to: 400 });
    expect(mends()).toEqual([]);
  });

  it('has nothing to join where pages bring one row, or nothing came from the top', () => {
    mending({ from: 0, to: 100, head: true }, { from: 90, to: 200, end: true });
    walk.expect = 1;
    expect(mends()).toEqual([]);
    walk = begin();
    mending({ from: 10, to: 100 }, { from: 90, to: 200, end: true });
    expect(mends()).toEqual([]);
  });

  it('asks back from the next chain and on from that of the top, each page once', () => {
    mending({ from: 0, to: 200, head: true }, { from: 195, to: 400, end: true });
    expect(mends()).toEqual(['100+1000', '195+1000']);
  });

  it('asks on from the top first where there is a gap', () => {
    mending({ from: 0, to: 200, head: true }, { from: 220, to: 400, end: true });
    expect(mends()).toEqual(['195+1000', '125+1000']);
  });

  it('asks on from the top where no chain is below it', () => {
    mending({ from: 0, to: 200, head: true }, { from: 50, to: 200, end: true });
    expect(mends()).toEqual(['195+1000']);
  });

  it('takes the chain of the top that reaches farthest, and the first one below it', () => {
    mending(
      { from: 0, to: 150, head: true },
      { from: 0, to: 300, head: true },
      { from: 0, to: 200, head: true },
      { from: 700, to: 800, end: true },
      { from: 295, to: 400 },
      { from: 100, to: 250 },
    );
    expect(mends()).toEqual(['200+1000', '295+1000']);
  });

  it('asks for nothing before the top', () => {
    mending({ from: 0, to: 60, head: true }, { from: 58, to: 90, end: true });
    expect(mends()).toEqual(['0+1000', '55+1000']);
  });

  it('makes eight calls, and one for each two answers', () => {
    walk.expect = 2;
    mending({ from: 0, to: 10, head: true }, { from: 10, to: 20, end: true });
    walk.mends = new Set([5000, 5001, 5002, 5003, 5004, 5005, 5006, 5007]);
    expect(mends()).toHaveLength(1);
    expect(walk.mends.size).toBe(9);
  });

  it('waits for what is under way', () => {
    mending({ from: 0, to: 200, head: true }, { from: 195, to: 400, end: true });
    expect(ask()).toBe('100+1000');
    expect(nextAsk(walk)).toBeNull();
    expect(walk.phase).toBe('mending');
  });
});

describe('closing', () => {
  it('needs no call when one answer held the whole list', () => {
    mending({ from: 0, to: 40, head: true, end: true });
    walk.answers = 1;
    walk.total = 40;
    expect(nextAsk(walk)).toBeNull();
    expect(walk).toMatchObject({ phase: 'done', closed: true, closeTotal: 40 });
  });

  it('reads the head, one call at a time', () => {
    mending({ from: 0, to: 40, head: true, end: true });
    expect(ask()).toBe('0+100');
    expect(walk.phase).toBe('closing');
    expect(nextAsk(walk)).toBeNull();
    Object.assign(walk, { inFlight: [], closeAt: 95 });
    expect(ask()).toBe('95+100');
  });

  it('asks for no more than the server takes, unless it repeats pages', () => {
    Object.assign(walk, { phase: 'closing', limit: 40 });
    expect(nextAsk(walk)).toEqual({ offset: 0, limit: 40 });
    walk.repeating = true;
    expect(nextAsk(walk)).toEqual({ offset: 0, limit: 100 });
  });

  it('is over once it is done', () => {
    walk.phase = 'done';
    expect(nextAsk(walk)).toBeNull();
  });
});
