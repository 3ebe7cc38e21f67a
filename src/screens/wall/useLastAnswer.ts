import { useReplica } from '../../replica/useReplica.ts';
import { useClock } from '../../ui/clock.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { minuteText } from './wallTime.ts';

/** When the last answer was asked for, `14:02 UTC`; null where there was none. */
export function useLastAnswer(): string | null {
  const { updatedAt } = useReplica(usePageReplica());
  return useClock((now) => (updatedAt === null ? null : minuteText(updatedAt, now)));
}
