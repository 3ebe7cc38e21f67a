import type { CauseState } from '../../insights/errors/causeState.ts';
import { formatCount } from '../../lib/number.ts';
import { formatSpan } from '../../lib/span.ts';

export interface StateText {
  /** One word for the row; empty where there is nothing to say. */
  readonly word: string;
  /** The whole of it, for pointing at and for screen readers. */
  readonly whole: string;
}

/** What the state of a cause says in words. */
export function stateText(state: CauseState): StateText {
  switch (state.kind) {
    case 'seen':
      return { word: '', whole: '' };
    case 'new':
      return { word: 'New', whole: 'First seen in the last 7 days' };
    case 'back':
      return {
        word: 'Back',
        whole: `Seen again after ${formatSpan(state.silenceMs)} in which builds of these images finished without it`,
      };
    case 'quiet':
      return {
        word: 'Quiet',
        whole: `Not seen for 7 days; ${formatCount(state.completed)} of its ${formatCount(state.images)} images completed since`,
      };
  }
}
