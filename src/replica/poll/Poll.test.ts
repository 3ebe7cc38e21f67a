import { beforeEach, describe, expect, it } from 'vitest';
import { ReplicaLook } from './Poll.ts';

let look: ReplicaLook;

beforeEach(() => {
  look = new ReplicaLook();
});

const known = { received: 100, total: 5000, rows: [1], added: [] };

describe('a look at the list', () => {
  it('is on from its beginning to its end', () => {
    expect(look.on).toBe(false);
    expect(look.asks()).toEqual([]);
    look.begin([], 1000);
    expect(look.on).toBe(true);
    const [head] = look.asks();
    expect(look.asks()).toEqual([{ offset: 0, limit: 100 }]);
    expect(head && look.answered(head, known, 1000)).toEqual({ doubtful: false, total: 5000 });
    expect(look.on).toBe(false);
  });

  it('reads the head first, then the pages that hold the active builds deeper down', () => {
    look.begin(
      [
        { row: 7, at: 2000 },
        { row: 8, at: 4000 },
        { row: 9, at: 50 },
      ],
      1000,
    );
    const asks = look.asks();
    expect(asks).toEqual([
      { offset: 0, limit: 100 },
      { offset: 1990, limit: 21 },
      { offset: 3990, limit: 21 },
    ]);
    const [head, first, second] = asks;
    if (!head || !first || !second) throw new Error('too few');
    expect(look.answered(first, known, 1000)).toBeNull();
    expect(look.asks()).toEqual([head, second]);
    look.saw([7, 8]);
    expect(look.answered(head, known, 1000)).toBeNull();
    expect(look.asks()).toEqual([second]);
    expect(look.answered(second, known, 1000)).toEqual({ doubtful: false, total: 5000 });
  });

  it('is doubtful when an active build was not where it was expected', () => {
    look.begin(
      [
        { row: 7, at: 2000 },
        { row: 8, at: 2001 },
      ],
      1000,
    );
    const [head, range] = look.asks();
    if (!head || !range) throw new Error('too few');
    look.answered(head, known, 1000);
    look.saw([8, 9]);
    expect(look.answered(range, known, 1000)).toEqual({ doubtful: true, total: 5000 });
  });

  it('does not miss builds that it did not read for: those of the head, and those of another turn', () => {
    const deep = Array.from({ length: 20 }, (_, row) => ({ row, at: 1000 * (row + 1) }));
    look.begin([...deep, { row: 99, at: 3 }], 100);
    const asks = look.asks();
    expect(asks).toHaveLength(7);
    look.saw(
      deep
        .filter(({ at }) => asks.some((ask) => at >= ask.offset && at < ask.offset + ask.limit))
        .map(({ row }) => row),
    );
    const ends = asks.map((ask) => look.answered(ask, known, 1000));
    expect(ends.at(-1)).toEqual({ doubtful: false, total: 5000 });
  });

  it('reads another part of many places with each look', () => {
    const deep = Array.from({ length: 12 }, (_, row) => ({ row, at: 1000 * (row + 1) }));
    const read = new Set<number>();
    for (let turn = 0; turn < 2; turn += 1) {
      look.begin(deep, 100);
      for (const { offset } of look.asks().slice(1)) read.add(offset);
      look.cancel();
    }
    expect(read.size).toBe(12);
  });

  it('is doubtful when the news went on further than it reads', () => {
    look.begin([], 100);
    let end = null;
    for (let page = 0; page < 8; page += 1) {
      const [ask] = look.asks();
      if (!ask) break;
      const rows = [page * 2, page * 2 + 1];
      end = look.answered(ask, { received: 100, total: 5000, rows, added: rows }, 100);
    }
    expect(end).toEqual({ doubtful: true, total: 5000 });
  });

  it('reads on in pages of the largest size that the API takes', () => {
    look.begin([], 1000);
    const [head] = look.asks();
    if (!head) throw new Error('none');
    look.answered(head, { received: 100, total: 5000, rows: [1], added: [1] }, 250);
    expect(look.asks()).toEqual([{ offset: 95, limit: 250 }]);
  });

  it('ends early, and says whether it had brought a part of the news', () => {
    look.begin([{ row: 1, at: 500 }], 1000);
    expect(look.cancel()).toBe(false);
    expect(look.on).toBe(false);
    expect(look.asks()).toEqual([]);
    look.begin([], 1000);
    const [head] = look.asks();
    if (!head) throw new Error('none');
    look.answered(head, { received: 100, total: 5000, rows: [1], added: [1] }, 1000);
    expect(look.cancel()).toBe(true);
    expect(look.cancel()).toBe(false);
  });

  it('takes no answer when it is over, and none that it did not ask for', () => {
    expect(look.answered({ offset: 0, limit: 100 }, known, 1000)).toBeNull();
    look.begin([], 1000);
    expect(look.answered({ offset: 0, limit: 100 }, known, 1000)).toBeNull();
    expect(look.on).toBe(true);
    expect(look.asks()).toHaveLength(1);
  });
});
