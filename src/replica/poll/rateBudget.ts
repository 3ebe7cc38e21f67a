/** Requests in any minute; the published limit of the sister list is 300. */
const MOST_PER_MINUTE = 240;
const LEAST_PER_MINUTE = 15;
/** The part of a minute's requests that may go out at once; the rest is spread. */
const BURST_PART = 0.5;
const MINUTE = 60_000;
/** Quiet after which a tightened budget is let out again, one doubling at a time. */
const EASE_AFTER = 5 * MINUTE;

/**
 * What may still be asked: a bucket whose drops are the requests of the last minute. Half of a
 * minute's requests may go at once, the rest evenly, and no minute ever holds more than
 * `perMinute`. Times are milliseconds of one clock.
 */
export interface RateBudget {
  readonly perMinute: number;
  /** When the requests of the last minute were sent, oldest first. */
  readonly sent: readonly number[];
  /** When the budget was last tightened, null when it is at its full. */
  readonly tightenedAt: number | null;
}

export const FULL_BUDGET: RateBudget = {
  perMinute: MOST_PER_MINUTE,
  sent: [],
  tightenedAt: null,
};

/** When the next request may go: `now`, or the time from which it fits. */
export function budgetOpensAt(budget: RateBudget, now: number): number {
  const { perMinute } = budget;
  const sent = recent(budget, now);
  const burst = Math.max(1, Math.floor(perMinute * BURST_PART));
  if (sent.length < burst) return now;
  const last = sent[sent.length - 1] ?? now;
  const spread = last + MINUTE / perMinute;
  const oldest = sent[sent.length - perMinute];
  return Math.max(now, Math.ceil(spread), oldest === undefined ? now : oldest + MINUTE);
}

/** The budget after a request at `now`. */
export function spendBudget(budget: RateBudget, now: number): RateBudget {
  return { ...budget, sent: [...recent(budget, now), now] };
}

/** The budget after a 429: half, and full again only after long quiet. */
export function tightenBudget(budget: RateBudget, now: number): RateBudget {
  const perMinute = Math.max(LEAST_PER_MINUTE, Math.floor(budget.perMinute / 2));
  return { ...budget, perMinute, tightenedAt: now };
}

/** The budget after time went by without a 429. */
export function easeBudget(budget: RateBudget, now: number): RateBudget {
  const { tightenedAt, perMinute } = budget;
  if (tightenedAt === null || (now >= tightenedAt && now - tightenedAt < EASE_AFTER)) return budget;
  const eased = Math.min(MOST_PER_MINUTE, perMinute * 2);
  return { ...budget, perMinute: eased, tightenedAt: eased === MOST_PER_MINUTE ? null : now };
}

/** A clock set back leaves times of the future behind: they count as now, not for ever. */
function recent(budget: RateBudget, now: number): number[] {
  return budget.sent.map((at) => Math.min(at, now)).filter((at) => now - at < MINUTE);
}
