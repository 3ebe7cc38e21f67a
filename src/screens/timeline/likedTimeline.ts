import { useSyncExternalStore } from 'react';
import { keptChoice } from '../../ui/keptChoice.ts';

const liked = keptChoice({
  key: 'image-builds.timeline',
  parse: (kept) => kept === '1',
  print: (shown: boolean) => (shown ? '1' : null),
  // It would move the rows that are read in this tab.
  follows: false,
});

/** Whether this person likes builds over time above the list: kept on this device. */
export function useTimelineLiked(): boolean {
  return useSyncExternalStore(liked.subscribe, liked.get);
}

/** Keeps the choice. */
export const likeTimeline = liked.set;
