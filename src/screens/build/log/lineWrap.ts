import { useSyncExternalStore } from 'react';
import { keptChoice } from '../../../ui/keptChoice.ts';

const wraps = keptChoice({
  key: 'image-builds.wrap',
  parse: (kept) => kept !== 'no',
  print: (wrapped: boolean) => (wrapped ? null : 'no'),
});

/** Whether long lines of logs are broken; kept on this device, followed in every tab. */
export function useLineWrap() {
  return [useSyncExternalStore(wraps.subscribe, wraps.get), wraps.set] as const;
}
