import { describe, expect, it } from 'vitest';
import { continueHeadPoll, type HeadPoll, startHeadPoll } from './headPoll.ts';

/** Rows by number, as many as a page brings, the first `news` of them new. */
function page(from: number, count: number, news: number, total: number | null = 1000) {
  const rows = Array.from({ length: count }, (_, at) => from + at);
  return { received: count, rows, added: rows.slice(0, news), total };
}

describe('a poll of the head', () => {
  it('begins with the small first page', () => {
    expect(startHeadPoll()).toMatchObject({
      next: { offset: 0, limit: 100 },
      pages: 0,
      reached: false,
    });
  });

  it('ends with the first build that is known', () => {
    const poll = continueHeadPoll(startHeadPoll(), page(0, 100, 99), 1000);
    expect(poll).toMatchObject({ next: null, pages: 1, total: 1000, reached: true });
  });

  it('reads on in large pages, overlapping by five, while all is new', () => {
    let poll = continueHeadPoll(startHeadPoll(), page(0, 100, 100), 1000);
    expect(poll).toMatchObject({ next: { offset: 95, limit: 1000 }, reached: false });
    poll = continueHeadPoll(poll, { ...page(95, 400, 0), added: page(100, 395, 395).rows }, 1000);
    expect(poll).toMatchObject({ next: { offset: 490, limit: 1000 }, reached: false });
    poll = continueHeadPoll(poll, { ...page(490, 300, 0), added: [495, 496] }, 1000);
    expect(poll).toMatchObject({ next: null, pages: 3, reached: true });
  });

  it('does not take its own overlap for a build that is known', () => {
    const poll = continueHeadPoll(startHeadPoll(), page(0, 4, 4, 10), 1000);
    expect(poll.next).toEqual({ offset: 3, limit: 1000 });
    const second = continueHeadPoll(
      poll,
      { received: 4, rows: [3, 4, 5, 6], added: [4, 5, 6], total: 10 },
      1000,
    );
    expect(second.next).toEqual({ offset: 6, limit: 1000 });
  });

  it('ends where the list ends, by its count or by an empty page', () => {
    expect(continueHeadPoll(startHeadPoll(), page(0, 40, 40, 40), 1000)).toMatchObject({
      next: null,
      reached: true,
    });
    expect(continueHeadPoll(startHeadPoll(), page(0, 0, 0, null), 1000)).toMatchObject({
      next: null,
      reached: true,
      total: null,
    });
    expect(continueHeadPoll(startHeadPoll(), page(0, 40, 40, null), 1000).next).not.toBeNull();
  });

  it('gives up after eight pages of news, and says that it did', () => {
    let poll: HeadPoll = startHeadPoll();
    let from = 0;
    let pages = 0;
    while (poll.next && pages < 20) {
      poll = continueHeadPoll(poll, page(from, 100, 100, 100_000), 100);
      from += 100;
      pages += 1;
    }
    expect(poll).toMatchObject({ next: null, pages: 8, reached: false });
  });

  it('always gets on, however small the pages', () => {
    const poll = continueHeadPoll(startHeadPoll(), page(0, 1, 1), 1000);
    expect(poll.next).toEqual({ offset: 1, limit: 1000 });
  });
});
