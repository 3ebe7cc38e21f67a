import type { ApiError } from '../contract/ApiError.ts';
import type { Unreadable } from '../contract/build.ts';

/**
 * How much of the server's list this browser has, and how sure it is.
 *
 * - `empty`: nothing asked yet
 * - `loading`: the first walk is under way
 * - `complete`: proven: every id of the server, none twice
 * - `checking`: the proof failed or is out of date, and a walk is under way again
 * - `incomplete`: three walks could not prove it; it goes on trying slowly
 * - `stopped`: the person stopped the loading
 * - `unprovable`: the API repeats pages or ignores `offset`; what came is shown with a warning
 */
export type Completeness =
  | 'empty'
  | 'loading'
  | 'complete'
  | 'checking'
  | 'incomplete'
  | 'stopped'
  | 'unprovable';

/** A new object for each change; compare by reference. Times are milliseconds since the epoch. */
export interface ReplicaState {
  readonly completeness: Completeness;
  /** Different builds loaded. */
  readonly loaded: number;
  /** The server's own count, null while unknown. */
  readonly total: number | null;
  /** Counts up with each change to the store's rows: a new selection is due. */
  readonly version: number;
  /** When the answer that was last applied was asked for, null before the first. */
  readonly updatedAt: number | null;
  /** The newest `Date` of the API's answers: its own clock. Null before the first. */
  readonly apiTime: number | null;
  /** The failure that stands now; null as soon as a call succeeds. Rows stay either way. */
  readonly error: ApiError | null;
  /** True while a call is in flight. */
  readonly fetching: boolean;
  /** When the next call is due, null when none is planned (hidden, paused, signed out). */
  readonly nextCheckAt: number | null;
  readonly paused: boolean;
  /** Builds of the server's that are not among the loaded, since they could not be read. */
  readonly unread: number;
  /** What came and could not be read, builds, artifacts and fields: by the latest answer. */
  readonly unreadable: readonly Unreadable[];
  /** Builds that are active and not stalled. */
  readonly active: number;
  /** Row numbers that the last change touched, new ones excluded: for a quiet flash. */
  readonly changedRows: ReadonlySet<number>;
  /** When the rows on screen came from the copy kept on this device: when it was saved. */
  readonly restoredFrom: number | null;
  /** The walk under way: rows it has seen of `total`; null while none is. */
  readonly walk: { readonly seen: number; readonly total: number | null } | null;
  /** The pace of polls, null while none are planned. Milliseconds. */
  readonly pollEveryMs: number | null;
  /** When calls that are due may go out: the budget of calls a minute spreads them. Else null. */
  readonly pacedUntil: number | null;
  /** A new token is in use and it is not yet known to be the same account: show no rows. */
  readonly verifying: boolean;
  /**
   * Counts up when a new token turns out to be of another account: whatever is kept beside the
   * rows (ticks, places, results) is of the one before, and goes.
   */
  readonly account: number;
  /** A copy of the list is kept on this device. */
  readonly keepsCopy: boolean;
  /** The browser did not remove the copy that is no longer wanted; the next start tries again. */
  readonly copyLeft: boolean;
}
