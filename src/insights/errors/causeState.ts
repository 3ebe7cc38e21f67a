import type { Failures } from './Failures.ts';
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

/**
 * Until when all states stay as they are at `now` while the list does not change: each of them
 * depends on whether some failure is 7 days old.
 */
export function statesUntil({ time, count }: Failures, now: number): number {
  let until = Number.POSITIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    const turns = (time[at] ?? Number.NaN) + RECENT_MS;
    if (turns > now && turns < until) until = turns;
  }
  return until;
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
): CauseState {
  const known = history.times.findIndex((time) => !Number.isNaN(time));
  const first = history.times[known] ?? Number.NaN;
  const last = history.times.at(-1) ?? Number.NaN;
  if (known < 0) return { kind: 'seen' };
  if (last <= now - RECENT_MS) {
    return { kind: 'quiet', ...countImages(history, finished) };
  }
  if (!list.complete) return { kind: 'seen' };
  if (first > now - RECENT_MS && list.from <= first - RECENT_MS) {
    return { kind: 'new' };
  }
  const silenceMs = findSilence(history, known, finished, now);
  return silenceMs === null ? { kind: 'seen' } : { kind: 'back', silenceMs };
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

/** How long it was silent before it came back, when that is no longer than 7 days ago. */
function findSilence(
  { times, images }: CauseHistory,
  known: number,
  finished: FinishedBuilds,
  now: number,
): number | null {
  for (let at = times.length - 1; at > known; at -= 1) {
    const seen = times[at] ?? 0;
    if (seen <= now - RECENT_MS) return null;
    const before = times[at - 1] ?? 0;
    if (seen - before < SILENCE_MS) continue;
    let builds = 0;
    for (const image of new Set(images)) {
      builds += finished.between(image, before, seen);
      if (builds >= BUILDS_IN_SILENCE) return seen - before;
    }
  }
  return null;
}
