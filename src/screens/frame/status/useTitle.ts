import { useEffect } from 'react';
import type { ReplicaState } from '../../../replica/ReplicaState.ts';
import { useClock } from '../../../ui/clock.ts';
import { useWatchNews } from '../watch/watchNews.ts';

const NAME = 'Image Builds';
const MINUTE = 60_000;

/** What the browser's tab says: what is new, and how fresh the page is. */
function titleOf(state: ReplicaState, waiting: number, watched: string, now: number): string {
  const news = watched !== '' ? `${watched}: ` : waiting > 0 ? `(${waiting}) ` : '';
  if (state.error !== null) return `${news}${NAME}: not up to date`;
  if (state.completeness === 'empty' || state.completeness === 'loading') {
    return `${NAME}: loading`;
  }
  if (state.paused) return `${news}${NAME}: paused`;
  const minutes = state.updatedAt === null ? 0 : Math.floor((now - state.updatedAt) / MINUTE);
  if (minutes >= 1) return `${news}${NAME}: ${minutes} min old`;
  return state.active > 0 ? `${news}${state.active} active: ${NAME}` : `${news}${NAME}`;
}

/** Keeps the browser's tab saying so. */
export function useTitle(state: ReplicaState, waiting: number): void {
  const watched = useWatchNews();
  const title = useClock((now) => titleOf(state, waiting, watched, now));
  // The title belongs to the document, not to what React draws.
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = NAME;
    };
  }, [title]);
}
