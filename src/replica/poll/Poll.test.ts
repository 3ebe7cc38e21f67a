import { beforeEach, describe, expect, it } from 'vitest';
import { Poll } from './Poll.ts';

let poll: Poll;

beforeEach(() => {
  poll = new Poll();
});

const known = { received: 100, total: 5000, rows: [1], added: [] };

describe('a poll', () => {
  it('is on from its beginning to its end', () => {
    expect(poll.on).toBe(false);
    expect(poll.asks()).toEqual([]);
    poll.begin([], 1000);
    expect(poll.on).toBe(true);
    const [head] = poll.asks();
    expect(poll.asks()).toEqual([{ offset: 0, limit: 100 }]);
    expect(head && poll.answered(head, known, 1000)).toEqual({ doubtful: false, total: 5000 });
    expect(poll.on).toBe(false);
  });

  it('reads the head first, then the pages that hold the active builds deeper down', () => {
    poll.begin(
      [
        { row: 7, at: 2000 },
        { row: 8, at: 4000 },
        { row: 9, at: 50 },
      ],
      1000,
    );
    const asks = poll.asks();
    expect(asks).toEqual([
      { offset: 0, limit: 100 },
      { offset: 1990, limit: 21 },
      { offset: 3990, limit: 21 },
    ]);
    const [head, first, second] = asks;
    if (!head || !first || !second) throw new Error('too few');
    expect(poll.answered(first, known, 1000)).toBeNull();
    expect(poll.asks()).toEqual([head, second]);
    poll.saw([7, 8]);
    expect(poll.answered(head, known, 1000)).toBeNull();
    expect(poll.asks()).toEqual([second]);
    expect(poll.answered(second, known, 1000)).toEqual({ doubtful: false, total: 5000 });
  });

  it('is doubtful when an active build was not where it was expected', () => {
    poll.begin(
      [
        { row: 7, at: 2000 },
        { row: 8, at: 2001 },
      ],
      1000,
    );
    const [head, range] = poll.asks();
    if (!head || !range) throw new Error('too few');
    poll.answered(head, known, 1000);
    poll.saw([8, 9]);
    expect(poll.answered(range, known, 1000)).toEqual({ doubtful: true, total: 5000 });
  });

  it('does not miss builds that it did not read for: those of the head, and those of another turn', () => {
    const deep = Array.from({ length: 20 }, (_, row) => ({ row, at: 1000 * (row + 1) }));
    poll.begin([...deep, { row: 99, at: 3 }], 100);
    const asks = poll.asks();
    expect(asks).toHaveLength(7);
    poll.saw(
      deep
        .filter(({ at }) => asks.some((ask) => at >= ask.offset && at < ask.offset + ask.limit))
        .map(({ row }) => row),
    );
    const ends = asks.map((ask) => poll.answered(ask, known, 1000));
    expect(ends.at(-1)).toEqual({ doubtful: false, total: 5000 });
  });

  it('reads another part of many places with each poll', () => {
    const deep = Array.from({ length: 12 }, (_, row) => ({ row, at: 1000 * (row + 1) }));
    const read = new Set<number>();
    for (let turn = 0; turn < 2; turn += 1) {
      poll.begin(deep, 100);
      for (const { offset } of poll.asks().slice(1)) read.add(offset);
      poll.cancel();
    }
    expect(read.size).toBe(12);
  });

  it('is doubtful when the news went on further than it reads', () => {
    poll.begin([], 100);
    let end = null;
    for (let page = 0; page < 8; page += 1) {
      const [ask] = poll.asks();
      if (!ask) break;
      const rows = [page * 2, page * 2 + 1];
      end = poll.answered(ask, { received: 100, total: 5000, rows, added: rows }, 100);
    }
    expect(end).toEqual({ doubtful: true, total: 5000 });
  });

  it('reads on in pages of the largest size that the API takes', () => {
    poll.begin([], 1000);
    const [head] = poll.asks();
    if (!head) throw new Error('none');
    poll.answered(head, { received: 100, total: 5000, rows: [1], added: [1] }, 250);
    expect(poll.asks()).toEqual([{ offset: 95, limit: 250 }]);
  });

  it('ends early, and says whether it had brought a part of the news', () => {
    poll.begin([{ row: 1, at: 500 }], 1000);
    expect(poll.cancel()).toBe(false);
    expect(poll.on).toBe(false);
    expect(poll.asks()).toEqual([]);
    poll.begin([], 1000);
    const [head] = poll.asks();
    if (!head) throw new Error('none');
    poll.answered(head, { received: 100, total: 5000, rows: [1], added: [1] }, 1000);
    expect(poll.cancel()).toBe(true);
    expect(poll.cancel()).toBe(false);
  });

  it('takes no answer when it is over, and none that it did not ask for', () => {
    expect(poll.answered({ offset: 0, limit: 100 }, known, 1000)).toBeNull();
    poll.begin([], 1000);
    expect(poll.answered({ offset: 0, limit: 100 }, known, 1000)).toBeNull();
    expect(poll.on).toBe(true);
    expect(poll.asks()).toHaveLength(1);
  });
});
