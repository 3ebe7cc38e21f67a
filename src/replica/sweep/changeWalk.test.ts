import { beforeEach, describe, expect, it } from 'vitest';
import { overlapOf } from './Ask.ts';
import { walkAsked, walkFailed, walkReceived } from './changeWalk.ts';
import { SeenRows } from './SeenRows.ts';
import { isWhole, startWalk, type WalkState } from './Walk.ts';

let marks: SeenRows;
let walk: WalkState;

const begin = (part: Partial<Parameters<typeof startWalk>[1]> = {}) =>
  startWalk(5, { limit: 1000, expect: 100, total: null, gently: false, ...part });

beforeEach(() => {
  marks = new SeenRows();
  walk = begin();
});

const rows = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

interface Answer {
  readonly keys: readonly number[];
  readonly total?: number | null;
  /** The limit asked for. */
  readonly limit?: number;
  /** The limit that the server says it used. */
  readonly used?: number;
  /** Not a call of the walk. */
  readonly other?: boolean;
}

/** A page at an offset. */
function get(offset: number, { keys, total = null, limit, used = 0, other }: Answer): void {
  const ask = { offset, limit: limit ?? walk.limit };
  if (!other) walkAsked(walk, ask);
  walkReceived(walk, ask, { keys, received: keys.length, total, limit: used }, marks);
}

/** The rows at these places of a list that stands still. */
const page = (from: number, to: number, total: number | null = null) =>
  get(from, { keys: rows(from, to), total });

describe('the rows that pages share', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [4, 1],
    [5, 2],
    [16, 4],
    [17, 5],
    [1000, 5],
  ])('are, where a page brings %i, %i', (brings, overlap) => {
    expect(overlapOf(brings)).toBe(overlap);
  });
});

describe('a new walk', () => {
  it('expects no more than it asks for', () => {
    expect(begin({ limit: 50 }).expect).toBe(50);
    expect(begin({ limit: 500 }).expect).toBe(100);
    expect(walk).toMatchObject({ phase: 'reading', closeHead: -1, endAt: Infinity, answers: 0 });
  });
});

describe('an answer', () => {
  it('covers what came, and counts rows that are new to the walk', () => {
    for (const key of rows(0, 30)) marks.see(key, 4, 0);
    for (const key of rows(30, 40)) marks.see(key, 3, 0);
    page(0, 100, 500);
    page(95, 195, 500);
    expect(walk).toMatchObject({ answers: 2, seen: 195, seenAgain: 30, jumps: 0, inFlight: [] });
    expect(walk.cover).toEqual([{ from: 0, to: 195 }]);
  });

  it('to a call of someone else counts for its rows alone', () => {
    page(0, 100, 500);
    walk.phase = 'closing';
    const under = { offset: 0, limit: 100 };
    walk.inFlight = [under];
    get(95, { keys: rows(95, 195), total: 500, other: true });
    expect(walk).toMatchObject({ seen: 195, closings: 0, phase: 'closing', inFlight: [under] });
  });

  it('to a walk that is done changes nothing', () => {
    walk.phase = 'done';
    page(0, 100, 500);
    expect(walk).toMatchObject({ answers: 0, seen: 0, cover: [], total: null, inFlight: [] });
  });

  it('notes how far the total moves, and that it is too low', () => {
    page(0, 100, 500);
    page(95, 195, 490);
    page(190, 290, 510);
    expect(walk).toMatchObject({ total: 510, leastTotal: 490, mostTotal: 510, totalTooLow: false });
    page(285, 385, 384);
    expect(walk.totalTooLow).toBe(true);
  });

  it('does not take an empty page past the total for rows past it', () => {
    get(600, { keys: [], total: 500 });
    expect(walk.totalTooLow).toBe(false);
  });

  it('without a total says that it is unknown', () => {
    page(0, 100, 500);
    page(95, 195);
    expect(walk).toMatchObject({ total: null, leastTotal: 500, mostTotal: 500 });
  });

  it('that does not get on is noted, to ask there without overlap', () => {
    page(0, 100, 500);
    page(95, 100, 500);
    expect([...walk.stuck]).toEqual([100]);
    page(95, 101, 500);
    expect([...walk.stuck]).toEqual([100]);
  });

  it('that fails leaves what else is under way', () => {
    const asks = [0, 100, 200].map((offset) => ({ offset, limit: 100 }));
    walk.inFlight = [...asks];
    if (asks[1]) walkFailed(walk, asks[1]);
    expect(walk.inFlight).toEqual([asks[0], asks[2]]);
  });
});

describe('the end of the list', () => {
  it('is where a page that is not full meets the total', () => {
    page(0, 100, 140);
    page(95, 140, 140);
    expect(walk.endAt).toBe(140);
    expect(walk.chains.whole).toBe(true);
  });

  it('is not known from a full page, though its rows hang together with it', () => {
    page(0, 100, 100);
    expect(walk.endAt).toBe(Infinity);
    expect(walk.chains.whole).toBe(true);
  });

  it('is not where a short page stops before the total, nor where there is none', () => {
    page(0, 40, 100);
    expect([walk.endAt, walk.chains.whole]).toEqual([Infinity, false]);
    walk = begin();
    page(0, 40);
    expect([walk.endAt, walk.chains.whole]).toEqual([Infinity, false]);
  });

  it('is where an empty page begins; without totals, the lowest page then ends there', () => {
    page(0, 100);
    page(95, 130);
    get(130, { keys: [] });
    expect(walk.endAt).toBe(130);
    expect(walk.chains.whole).toBe(true);
  });

  it('is no page that totals do not put there', () => {
    page(0, 100, 500);
    page(95, 130, 500);
    get(130, { keys: [], total: 500 });
    expect(walk.endAt).toBe(130);
    expect(walk.chains.whole).toBe(false);
  });

  it('is the nearest that was seen', () => {
    get(200, { keys: [] });
    get(300, { keys: [] });
    expect(walk.endAt).toBe(200);
    page(0, 50, 50);
    page(150, 180, 180);
    expect(walk.endAt).toBe(50);
  });
});

describe('what a page brings', () => {
  it('is learnt from the first that has more after it, then only more', () => {
    page(0, 60, 500);
    expect(walk).toMatchObject({ learnt: true, expect: 60 });
    page(55, 95, 500);
    expect(walk.expect).toBe(60);
    page(90, 170, 500);
    expect(walk.expect).toBe(80);
  });

  it.each<[string, number, Answer]>([
    ['of another size', 0, { keys: rows(0, 60), total: 500, limit: 100 }],
    ['that reaches the total', 440, { keys: rows(440, 500), total: 500 }],
    ['past the total', 480, { keys: rows(480, 540), total: 500 }],
  ])('is not learnt from a page %s', (_, offset, answer) => {
    get(offset, answer);
    expect(walk).toMatchObject({ learnt: false, expect: 100 });
  });

  it('is not learnt from a page at the end that is known', () => {
    walk.endAt = 60;
    page(0, 60);
    expect(walk.learnt).toBe(false);
    page(0, 59);
    expect(walk).toMatchObject({ learnt: true, expect: 59 });
  });
});

describe('a row that is met again', () => {
  const meet = (from: number, totals: readonly (number | null)[]) => {
    const [first = null, last = null] = totals;
    get(0, { keys: rows(0, 10), total: first });
    get(from, { keys: [3, ...rows(from, from + 9)], total: last });
    return walk.jumps;
  };

  it('within the overlap joins two pages', () => {
    expect(meet(15, [1000, 1000])).toBe(0);
    expect(walk.chains.chains()).toHaveLength(1);
  });

  it('farther away was moved by no change of the list: pages were repeated', () => {
    expect(meet(16, [1000, 1000])).toBe(1);
  });

  it('as far away as the list has moved is no wonder', () => {
    expect(meet(20, [1000, 1005])).toBe(0);
    walk = begin();
    marks = new SeenRows();
    expect(meet(21, [1000, 1005])).toBe(1);
  });

  it('where nothing is counted may be a page away', () => {
    expect(meet(20, [null, null])).toBe(0);
    walk = begin();
    marks = new SeenRows();
    expect(meet(21, [null, null])).toBe(1);
  });
});

describe('reading', () => {
  const again = (times: number, answer: Answer, offset = 100) => {
    for (let time = 0; time < times; time += 1) get(offset, answer);
  };

  it('ends after six pages without news', () => {
    page(0, 100, 5000);
    again(5, { keys: rows(0, 100), total: 5000 });
    expect([walk.phase, walk.repeating, walk.barren]).toEqual(['reading', false, 5]);
    walk.inFlight = [{ offset: 900, limit: 1000 }];
    again(1, { keys: rows(0, 100), total: 5000 });
    expect(walk).toMatchObject({ phase: 'closing', repeating: true, inFlight: [] });
  });

  it('goes on when there is news', () => {
    page(0, 100, 5000);
    again(5, { keys: rows(0, 100), total: 5000 });
    page(300, 400, 5000);
    again(5, { keys: rows(0, 100), total: 5000 });
    expect(walk).toMatchObject({ phase: 'reading', repeating: false, barren: 5 });
  });

  it.each([
    [19, 24],
    [20, 6],
  ])('ends, where pages bring %i, after %i of them', (brings, times) => {
    walk.expect = brings;
    walk.learnt = true;
    page(0, brings, 5000);
    again(times - 1, { keys: rows(0, brings), total: 5000 });
    expect(walk.phase).toBe('reading');
    again(1, { keys: rows(0, brings), total: 5000 });
    expect(walk.phase).toBe('closing');
  });

  it('ends after four full pages past the total', () => {
    page(0, 100, 100);
    again(3, { keys: rows(0, 100), total: 100 });
    expect(walk.phase).toBe('reading');
    again(1, { keys: rows(0, 100), total: 100 });
    expect(walk.phase).toBe('closing');
  });

  it('counts no empty page, and ends by no page once the end is known', () => {
    page(0, 100);
    again(8, { keys: [] });
    expect(walk).toMatchObject({ phase: 'reading', barren: 0, endAt: 100 });
    again(8, { keys: rows(0, 100) });
    expect(walk).toMatchObject({ phase: 'reading', repeating: false });
  });
});

describe('closing', () => {
  beforeEach(() => {
    page(0, 100, 140);
    page(95, 140, 140);
    walk.phase = 'closing';
  });

  const close = (offset: number, answer: Answer) => get(offset, { limit: 100, ...answer });

  it('ends when the head brings nothing new', () => {
    close(0, { keys: rows(0, 100), total: 140 });
    expect(walk).toMatchObject({ phase: 'done', closed: true, closings: 1, closeTotal: 140 });
    expect(walk.closeHead).toBe(2);
    expect(isWhole(walk)).toBe(true);
  });

  it('reads on while the head brings something new', () => {
    close(0, { keys: [900, ...rows(0, 99)], total: 141 });
    expect(walk).toMatchObject({ phase: 'closing', closed: false, closeAt: 95 });
    close(95, { keys: rows(94, 141), total: 141 });
    expect(walk.closeAt).toBe(95 + 47 - 5);
    close(137, { keys: rows(136, 140), total: 141 });
    expect(walk).toMatchObject({ phase: 'done', closed: true });
  });

  it('goes back to the head when the total moves meanwhile', () => {
    close(0, { keys: [900, ...rows(0, 99)], total: 141 });
    close(95, { keys: rows(93, 140), total: 142 });
    expect(walk).toMatchObject({ phase: 'closing', closeAt: 0, closeTotal: 142 });
    close(0, { keys: [901, 900, ...rows(0, 98)], total: 143 });
    expect(walk.closeAt).toBe(95);
  });

  it('ends at an empty page', () => {
    close(0, { keys: [900, ...rows(0, 99)], total: 141 });
    close(95, { keys: [], total: 141 });
    expect(walk).toMatchObject({ phase: 'done', closed: true });
  });

  it('ends unproven where the list is empty at the head', () => {
    close(0, { keys: [], total: 0 });
    expect(walk).toMatchObject({ phase: 'done', closed: true, closeHead: -1 });
    expect(isWhole(walk)).toBe(false);
  });

  it('gives up after twelve pages', () => {
    for (let no = 0; no < 11; no += 1) close(no, { keys: [1000 + no], total: 140 });
    expect(walk).toMatchObject({ phase: 'closing', closings: 11 });
    close(11, { keys: [2000], total: 140 });
    expect(walk).toMatchObject({ phase: 'done', closed: false });
    expect(isWhole(walk)).toBe(false);
  });

  it('moves on by one row at least', () => {
    close(0, { keys: [900], total: 140 });
    expect(walk.closeAt).toBe(1);
  });

  it('reads on from a head that hangs together with nothing', () => {
    close(0, { keys: [900, 901, 902, 903], total: 140 });
    close(3, { keys: [903, 904, 905, 906], total: 140 });
    expect(walk).toMatchObject({ closed: false, closeAt: 6 });
    close(6, { keys: [906, 904, 905, 903], total: 140 });
    expect(walk).toMatchObject({ closed: false, phase: 'closing' });
    close(9, { keys: [906, 0, 1, 2], total: 140 });
    close(12, { keys: [2, 1, 0], total: 140 });
    expect(walk).toMatchObject({ closed: true, phase: 'done' });
  });
});

describe('a walk is whole', () => {
  it('by one answer alone', () => {
    page(0, 40, 40);
    expect(isWhole(walk)).toBe(true);
  });

  it.each<[string, Partial<WalkState>]>([
    ['it was closed', { closed: false }],
    ['no page was repeated', { jumps: 1 }],
    ['the head was read again', { closeHead: -1 }],
  ])('only when %s', (_, part) => {
    page(0, 100, 140);
    page(95, 140, 140);
    Object.assign(walk, { closed: true, closeHead: 0 });
    expect(isWhole(walk)).toBe(true);
    Object.assign(walk, part);
    expect(isWhole(walk)).toBe(false);
  });

  it('only when its pages hang together down to the end', () => {
    page(0, 100, 250);
    page(120, 250, 250);
    Object.assign(walk, { closed: true, closeHead: 0 });
    expect(isWhole(walk)).toBe(false);
    page(95, 130, 250);
    expect(isWhole(walk)).toBe(true);
  });
});
