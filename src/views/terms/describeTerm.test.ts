import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { parseView } from '../address/parseView.ts';
import { describeView } from '../describeView.ts';
import { parseQueryText } from '../query/parseQueryText.ts';
import { terms } from '../testing/arbitraries.ts';
import { describeTerm } from './describeTerm.ts';

const chips = (text: string) => parseQueryText(text).filter.map((term) => describeTerm(term));

describe('a chip', () => {
  it.each([
    ['status:failed', 'status is failed'],
    ['status:failed,cancelled', 'status is failed or cancelled'],
    ['-status:failed', 'status is not failed'],
    ['-status:failed,cancelled', 'status is neither failed nor cancelled'],
    ['status:""', 'status is empty'],
    ['is:active', 'is active'],
    ['-is:stalled', 'is not stalled'],
    ['is:broken', 'is broken'],
    ['-is:slow', 'is not slower than usual'],
    ['is:race', 'is racing another of its NAME:TAG'],
    ['cause:3FA2', 'failed by cause 3fa2'],
    ['-cause:3fa2', 'not failed by cause 3fa2'],
    ['batch:b1', 'in batch “b1”'],
    ['since:last', 'new or changed since last time'],
    ['since:2026-11-26T17:40:03.120Z', 'new or changed since 2026-11-26 17:40 UTC'],
    ['artifact:vm', 'has a vm artifact'],
    ['-artifact:vm,container', 'has no vm or container artifact'],
    ['has:error,path', 'has an error or an image path'],
    ['-has:end', 'has no end time'],
    ['-has:error,end', 'has no error and no end time'],
    ['image:django', 'image contains “django”'],
    ['image:swe-*,django', 'image matches “swe-*” or contains “django”'],
    ['-image:swe-*,django', 'image does not match “swe-*” and does not contain “django”'],
    ['tag:latest', 'tag is “latest”'],
    ['-tag:latest,dev', 'tag is not “latest” or “dev”'],
    ['id:a,b,c,d,e,f,g', 'id contains “a”, “b”, “c”, “d” or 3 others'],
    ['error:"no space"', 'error contains “no space”'],
    ['created:24h', 'created in the last 24 h'],
    ['-created:7d', 'not created in the last 7 days'],
    ['created:>1w', 'created more than 1 week ago'],
    ['created:2d..1d', 'created from 2 days ago to 1 day ago'],
    ['ended:today', 'ended today'],
    ['started:2026-11', 'started in 2026-11'],
    ['started:2026-11-01', 'started on 2026-11-01'],
    ['created:>2026-11-01', 'created after 2026-11-01'],
    ['created:>=2026-11-01', 'created since 2026-11-01'],
    ['created:<2026-11-01', 'created before 2026-11-01'],
    ['created:<=2026-11-01', 'created up to 2026-11-01'],
    ['created:2026-11-01..2026-11-20', 'created from 2026-11-01 to 2026-11-20'],
    ['created:2026-11-01T09:30', 'created at 2026-11-01 09:30 UTC'],
    ['duration:>1h30m', 'took over 1 h 30 min'],
    ['-duration:<=90s', 'not took at most 90 s'],
    ['duration:>=3m5s', 'took at least 3 min 5 s'],
    ['wait:10s..2m', 'waited 10 s to 2 min'],
    ['"no space"', 'mentions “no space”'],
    ['-cuda', 'does not mention “cuda”'],
    ['\u202egpj', 'mentions “⟨U+202E⟩gpj”'],
  ])('says %s in words', (text, said) => {
    expect(chips(text)).toEqual([said]);
  });

  it('has words for any term', () => {
    fc.assert(
      fc.property(terms, (term) => {
        expect(describeTerm(term)).toMatch(/\S/);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('a view in words', () => {
  it.each([
    ['', 'All builds. Newest first.'],
    [
      '?status=FAILED&created=24h&sort=-duration,image',
      'Builds: status is failed; created in the last 24 h. Longest first, then by image.',
    ],
    ['?ended=today', 'Builds: ended today (UTC). Newest first.'],
    ['?ended=last-week&zone=America/New_York', 'Builds: ended last week (New York). Newest first.'],
    ['?lens=errors', 'Errors of all builds.'],
    ['?lens=images&status=FAILED', 'Images: status is failed.'],
    ['?sort=-image', 'All builds. By image, last first.'],
  ])('says %s', (search, said) => {
    expect(describeView(parseView(search))).toBe(said);
  });
});
