import type { CheckedList, CheckState } from '../../insights/check/ListCheck.ts';
import { formatCount, plural } from '../../lib/number.ts';

export interface CheckWords {
  /** As a button, a column and a file say it. */
  readonly word: string;
  readonly tone: string;
}

/** What a state is called; "never" is not said before the whole list is known. */
export function checkWords(state: CheckState, complete: boolean): CheckWords {
  switch (state) {
    case 'good':
      return { word: 'good', tone: 'tone-good' };
    case 'failed':
      return { word: 'failed', tone: 'tone-bad' };
    case 'active':
      return { word: 'active', tone: 'tone-active' };
    case 'never':
      return { word: complete ? 'never built' : 'not found so far', tone: 'tone-stopped' };
  }
}

export const CHECK_STATES: readonly CheckState[] = ['good', 'failed', 'active', 'never'];

/** `2 good, 1 failed, 0 active, 1 never built of 4 images`. */
export function sumText({ counts, images, complete }: CheckedList): string {
  const said = CHECK_STATES.map(
    (state) => `${formatCount(counts[state])} ${checkWords(state, complete).word}`,
  );
  return `${said.join(', ')} of ${plural(images.length, 'image', 'images')}`;
}
