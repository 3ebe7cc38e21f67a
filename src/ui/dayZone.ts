import { useSyncExternalStore } from 'react';
import { localZone } from '../lib/zone.ts';
import { keptChoice } from './keptChoice.ts';

const inUtc = keptChoice({
  key: 'image-builds.days',
  parse: (kept) => kept === 'utc',
  print: (chosen: boolean) => (chosen ? 'utc' : null),
});

/** The zone in which this person wants days: that of the browser, or UTC by choice. */
export function preferredZone(): string {
  return inUtc.get() ? 'UTC' : localZone();
}

/** Keeps the choice on this device. */
export const preferUtc = inUtc.set;

/** Hears of the choice, made here or in another tab. */
export const onPreferredZone = inUtc.subscribe;

/** `preferredZone`, for components. */
export function usePreferredZone(): string {
  return useSyncExternalStore(onPreferredZone, preferredZone);
}
