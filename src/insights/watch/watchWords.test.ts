import { describe, expect, it } from 'vitest';
import { batchNews, milestonesOf } from './batchNews.ts';
import { readWatched } from './Watched.ts';
import { endingsText, noticeText, shortText } from './watchWords.ts';

const endings = { finished: 1200, failed: 3, cancelled: 0 };

describe('what is told in words', () => {
  it('says the worst first', () => {
    expect(endingsText(endings)).toBe('3 failed, 1,200 finished');
    expect(shortText(endings)).toBe('3 failed');
    expect(shortText({ finished: 0, failed: 0, cancelled: 0 })).toBe('');
  });

  it('has the counts for a title and pushes for a body, where there are both', () => {
    expect(noticeText({ endings, lines: ['swe: ended'], digest: true })).toEqual({
      title: 'While you were away: 3 failed, 1,200 finished',
      body: 'swe: ended',
    });
    const none = { finished: 0, failed: 0, cancelled: 0 };
    expect(
      noticeText({ endings: none, lines: ['a', 'b', 'c', 'd', 'e', 'f'], digest: false }),
    ).toEqual({
      title: 'a',
      body: 'b\nc\nd\nand 2 more',
    });
  });
});

describe('a push', () => {
  const of = (completed: number, failed: number, state: 'submitted' | 'ended' = 'submitted') =>
    milestonesOf({ completed, failed, state });

  it.each([
    ['19 ended builds say nothing of a fifth', of(0, 19), false],
    ['4 of 20 are a fifth', of(16, 4), true],
    ['4 of 21 are not', of(17, 4), false],
  ])('fails by a fifth: %s', (_, milestones, failing) => expect(milestones.failing).toBe(failing));

  it('tells each thing once, and its end again when more of it was pushed', () => {
    const first = batchNews(of(5, 0), of(5, 1));
    expect(first.news).toEqual(['failed']);
    const fifth = batchNews(first.told, of(16, 4));
    expect(fifth.news).toEqual(['failing']);
    const better = batchNews(fifth.told, of(40, 4));
    expect(better.news).toEqual([]);
    expect(batchNews(better.told, of(40, 12, 'ended')).news).toEqual(['ended']);
    expect(batchNews(of(40, 0, 'ended'), of(41, 0)).news).toEqual([]);
    expect(batchNews(null, of(0, 9, 'ended')).news).toEqual([]);
  });
});

it.each([null, 'x', [{}], [{ kind: 'x', value: 'a', label: 'a' }], [{ kind: 'build', value: 1 }]])(
  'watches nothing by %j',
  (kept) => expect(readWatched(kept)).toEqual([]),
);
