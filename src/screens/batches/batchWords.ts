import type { BatchProgress, BatchState } from '../../insights/batches/batchProgress.ts';
import { rangeText } from '../../insights/batches/batchText.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { formatSpan } from '../../lib/span.ts';
import type { BatchRow } from './BatchRow.ts';

export interface StateWords {
  readonly word: string;
  /** What the word means, for pointing at and for screen readers. */
  readonly whole: string;
  readonly tone: string;
}

const STATE: Record<BatchState, StateWords> = {
  submitted: {
    word: 'still being submitted',
    whole: 'Builds are still being created, and nobody knows how many will be',
    tone: 'tone-active',
  },
  draining: {
    word: 'draining',
    whole: 'No build was created for 2 minutes, and slots that freed were not filled',
    tone: 'tone-waiting',
  },
  ended: { word: 'ended', whole: 'Nothing of it is active', tone: 'tone-stopped' },
};

export function stateWords(state: BatchState): StateWords {
  return STATE[state];
}

/** `812 done, 9 failed, 383 active of 1,204 images so far`: what the bar draws, in words. */
export function countsText(progress: BatchProgress): string {
  const { completed, failed, cancelled, active, stalled, other, images, state } = progress;
  const rest = [
    { count: cancelled, word: 'cancelled' },
    { count: active, word: 'active' },
    { count: stalled, word: 'stalled' },
    { count: other, word: 'of another status' },
  ].flatMap(({ count, word }) => (count > 0 ? [`${formatCount(count)} ${word}`] : []));
  const said = [doneText(completed), failedText(failed), ...rest].join(', ');
  const soFar = state === 'submitted' ? ' so far' : '';
  return `${said} of ${plural(images, 'image', 'images')}${soFar}`;
}

/** `1,204 submitted so far, 812 done, 9 failed`; once it drains, how far it is and when it ends. */
export function liveText({ progress, end }: Pick<BatchRow, 'progress' | 'end'>): string {
  const { images, completed, failed, state } = progress;
  const done = `${doneText(completed)}, ${failedText(failed)}`;
  if (state === 'submitted') return `${formatCount(images)} submitted so far, ${done}`;
  return `${done} of ${formatCount(images)}${end === null ? '' : `, ends ${rangeText(end)}`}`;
}

/** What is known of the end: nothing while it is submitted, a share and a range, or how long it took. */
export function endText({ progress, end }: Pick<BatchRow, 'progress' | 'end'>): string {
  const { state, share, tookMs } = progress;
  if (state === 'submitted' || share === null) return '–';
  if (state === 'ended') return `took ${formatSpan(tookMs)}`;
  // Never 100 while something is left.
  const percent = `${Math.min(99, Math.floor(share * 100))} %`;
  return end === null ? percent : `${percent}, ends ${rangeText(end)}`;
}

/** `12/min`, `0.8/min`: builds that ended in the last minutes; a dash for none. */
export function rateText({ endedPerMinute }: BatchProgress): string {
  if (endedPerMinute === 0) return '–';
  const rounded = endedPerMinute < 10 ? Math.round(endedPerMinute * 10) / 10 : endedPerMinute;
  return `${rounded < 10 ? rounded : formatCount(rounded)}/min`;
}

/** What a column says of a batch in plain text, while rows pass too fast to be read. */
export function passingBatchText(row: BatchRow, column: string): string {
  if (column === 'batch') return row.name;
  if (column === 'images') return formatCount(row.progress.images);
  if (column === 'failed') return formatCount(row.progress.failed);
  return column === 'state' ? stateWords(row.progress.state).word : '';
}

const doneText = (count: number) => `${formatCount(count)} done`;
const failedText = (count: number) => `${formatCount(count)} failed`;
