/** Away for so long, and a new visit begins. Milliseconds. */
export const NEW_VISIT_MS = 15 * 60_000;

/**
 * One visit of a person to one list. All times are the API's: milliseconds since the epoch, by
 * its rows and by the `Date` of its answers, never by the clock of this machine.
 */
export interface Visit {
  /** When the visit before ended; null where this device knows of none. The same for the visit. */
  readonly mark: number | null;
  /** What the API's clock said when the page was left; null while it is seen. */
  readonly leftAt: number | null;
  /** The person wants to hear no more of what happened before. */
  readonly dismissed: boolean;
}

/**
 * The visit that begins with a page: that of this tab goes on (`own`, as after a reload) unless it
 * was left for long; else it counts from `kept`, the mark of this device.
 */
export function beginVisit(own: Visit | null, kept: number | null, apiTime: number): Visit {
  return own === null ? freshVisit(kept) : returnTo(own, kept, apiTime);
}

/** The page is left. */
export function leaveVisit(visit: Visit, apiTime: number): Visit {
  return { ...visit, leftAt: visit.leftAt ?? apiTime };
}

/** The page is seen again: the same visit, or after long a new one that counts from `kept`. */
export function returnTo(visit: Visit, kept: number | null, apiTime: number): Visit {
  const { leftAt, mark } = visit;
  if (leftAt === null) return visit;
  if (apiTime - leftAt < NEW_VISIT_MS) return { ...visit, leftAt: null };
  return freshVisit(kept ?? mark);
}

/**
 * The mark of this device once a page was left: the newest time of the list, but nothing that the
 * API's own clock has not reached, and never further back than it was. Null: there is none yet.
 */
export function advanceMark(
  kept: number | null,
  newest: number,
  apiTime: number | null,
): number | null {
  if (apiTime === null || Number.isNaN(newest)) return kept;
  return Math.max(kept ?? -Infinity, Math.min(Math.floor(newest), apiTime));
}

function freshVisit(mark: number | null): Visit {
  return { mark, leftAt: null, dismissed: false };
}
