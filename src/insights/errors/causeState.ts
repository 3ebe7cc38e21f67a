import type { FinishedBuilds } from './FinishedBuilds.ts';

const DAY = 86_400_000;
/** A cause is new, back or quiet for a week: one round of the working week (as Sentry has it). */
const RECENT_MS = 7 * DAY;
/** A silence must outlast a weekend and be broken by real builds, or it was only a pause. */
const SILENCE_MS = 3 * DAY;
/** Builds of the same images that must have finished in the silence: below, chance is likely. */
const BUILDS_IN_SILENCE = 20;

/**
 * `new`: first seen less than 7 days ago. `back`: seen again in the last 7 days, after 3 days or
 * more in which 20 or more builds of the same images finished without it. `quiet`: not seen for
 * 7 days; `completed` of its `images` have completed since they last had it. `seen`: none of these.
 */
export type CauseState =
  | { readonly kind: 'seen' }
  | { readonly kind: 'new' }
  | { readonly kind: 'back'; readonly silenceMs: number }
  | { readonly kind: 'quiet'; readonly completed: number; readonly images: number };

export interface CauseHistory {
  /** When its failures were seen, oldest first, unknown times first (NaN). */
  readonly times: Float64Array;
  /** The image of each. */
  readonly images: Uint32Array;
}

export interface ListSpan {
  readonly complete: boolean;
  /** The oldest time of the list: when a build was created. NaN: unknown. */
  readonly from: number;
}

export interface StateAt {
  readonly state: CauseState;
  /** Until when it stays so while the list does not change. */
  readonly until: number;
}

/**
 * The state of a cause at `now`, by the times of its failures and never by when they were loaded.
 * A partial list is `seen` or `quiet` only: what is not loaded yet may be older.
 */
export function causeState(
  history: CauseHistory,
  list: ListSpan,
  finished: FinishedBuilds,
  now: number,
): StateAt {
  const known = history.times.findIndex((time) => !Number.isNaN(time));
  const first = history.times[known] ?? Number.NaN;
  const last = history.times.at(-1) ?? Number.NaN;
  if (known < 0) return { state: { kind: 'seen' }, until: Number.POSITIVE_INFINITY };
  if (last <= now - RECENT_MS) {
    const images = countImages(history, finished);
    return { state: { kind: 'quiet', ...images }, until: Number.POSITIVE_INFINITY };
  }
  const quietFrom = last + RECENT_MS;
  if (!list.complete) return { state: { kind: 'seen' }, until: quietFrom };
  if (first > now - RECENT_MS && list.from <= first - RECENT_MS) {
    return { state: { kind: 'new' }, until: first + RECENT_MS };
  }
  const back = findReturn(history, known, finished, now);
  if (back === null) return { state: { kind: 'seen' }, until: quietFrom };
  return {
    state: { kind: 'back', silenceMs: back.silenceMs },
    until: Math.min(quietFrom, back.at + RECENT_MS),
  };
}

function countImages({ times, images }: CauseHistory, finished: FinishedBuilds) {
  const last = new Map<number, number>();
  images.forEach((image, at) => {
    const time = times[at] ?? Number.NaN;
    const before = last.get(image) ?? Number.NEGATIVE_INFINITY;
    last.set(image, time > before ? time : before);
  });
  let completed = 0;
  for (const [image, time] of last) if (finished.newestCompleted(image) > time) completed += 1;
  return { completed, images: last.size };
}

/** The newest time at which it came back after a silence, no longer than 7 days ago. */
function findReturn(
  { times, images }: CauseHistory,
  known: number,
  finished: FinishedBuilds,
  now: number,
): { at: number; silenceMs: number } | null {
  for (let at = times.length - 1; at > known; at -= 1) {
    const seen = times[at] ?? 0;
    if (seen <= now - RECENT_MS) return null;
    const before = times[at - 1] ?? 0;
    if (seen - before < SILENCE_MS) continue;
    let builds = 0;
    for (const image of new Set(images)) {
      builds += finished.between(image, before, seen);
      if (builds >= BUILDS_IN_SILENCE) return { at: seen, silenceMs: seen - before };
    }
  }
  return null;
}
