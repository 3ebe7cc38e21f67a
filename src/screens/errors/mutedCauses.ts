import { useSyncExternalStore } from 'react';
import { keptChoice } from '../../ui/keptChoice.ts';

/** Fingerprints that are kept at most: the oldest go first. */
const MOST = 1000;

/** Reads what was kept, in whatever state it is; what is no fingerprint is left out. */
export function parseMuted(text: string | null): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(kept)) return new Set();
    return new Set(kept.filter((one) => typeof one === 'string' && /^[0-9a-f]{16}$/.test(one)));
  } catch {
    return new Set();
  }
}

/** The causes with one muted, or heard again. */
export function withMuted(
  causes: ReadonlySet<string>,
  fingerprint: string,
  muted: boolean,
): ReadonlySet<string> {
  const others = [...causes].filter((one) => one !== fingerprint);
  return new Set((muted ? [...others, fingerprint] : others).slice(-MOST));
}

const muted = keptChoice({
  key: 'image-builds.muted-causes',
  parse: parseMuted,
  print: (causes) => (causes.size === 0 ? null : JSON.stringify([...causes])),
});

function mute(fingerprint: string, isMuted: boolean): void {
  muted.set(withMuted(muted.get(), fingerprint, isMuted));
}

/** The causes that are muted on this device, followed in every tab, and how to mute one. */
export function useMutedCauses() {
  return [useSyncExternalStore(muted.subscribe, muted.get), mute] as const;
}
