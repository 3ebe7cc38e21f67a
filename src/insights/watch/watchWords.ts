import { formatCount } from '../../lib/number.ts';
import type { BatchMilestones } from './batchNews.ts';
import type { Endings, WatchNotice } from './decideWatch.ts';

/** `3 failed, 12 finished`: what is worst first; empty for none. */
export function endingsText({ finished, failed, cancelled }: Endings): string {
  const said = [
    [failed, 'failed'],
    [finished, 'finished'],
    [cancelled, 'cancelled'],
  ] as const;
  return said
    .flatMap(([count, word]) => (count > 0 ? [`${formatCount(count)} ${word}`] : []))
    .join(', ');
}

/** What a browser's tab has room for: `2 failed`, else `12 finished`; empty for none. */
export function shortText(endings: Endings): string {
  return endingsText(endings).split(', ')[0] ?? '';
}

/** What a push has come to, with its name in front. */
export function milestoneText(
  name: string,
  milestone: keyof BatchMilestones,
  counts: string,
): string {
  const said = {
    failed: 'its first build failed',
    failing: 'a fifth of it fails',
    ended: 'ended',
  } satisfies Record<keyof BatchMilestones, string>;
  return `${name}: ${said[milestone]} (${counts})`;
}

/** A notice as a title and a body. Lines past the fourth are counted. */
export function noticeText({ endings, lines, digest }: WatchNotice): {
  readonly title: string;
  readonly body: string;
} {
  const said = endingsText(endings);
  const [first = ''] = lines;
  const title = said === '' ? first : said;
  const rest = said === '' ? lines.slice(1) : lines;
  const shown = rest.length > 4 ? [...rest.slice(0, 3), `and ${rest.length - 3} more`] : rest;
  return {
    title: digest ? `While you were away: ${title}` : title,
    body: shown.join('\n'),
  };
}
