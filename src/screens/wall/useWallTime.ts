import { useClock } from '../../ui/clock.ts';
import { useList } from '../frame/list/useList.ts';
import { wallTimeOf } from './freshness.ts';

/** As of when a wall is drawn, see `wallTimeOf`. Milliseconds since the epoch. */
export function useWallTime(): number {
  const { state } = useList();
  return useClock((now) => wallTimeOf(state, now));
}
