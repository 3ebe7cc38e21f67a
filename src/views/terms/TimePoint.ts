export const DAY_WORDS = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
] as const;
export type DayWord = (typeof DAY_WORDS)[number];
export type AgoUnit = 'm' | 'h' | 'd' | 'w';

/**
 * A place in time as people write it. All but `ago` cover a stretch: `day` and `date` (a day, or
 * a month when written `2026-11`) the whole day, week or month of a zone, `instant` as much as it was
 * written to: the minute, the second, or the millisecond (`resolution`, in milliseconds).
 */
export type TimePoint =
  | { readonly kind: 'ago'; readonly amount: number; readonly unit: AgoUnit }
  | { readonly kind: 'day'; readonly word: DayWord }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'instant'; readonly ms: number; readonly resolution: 1 | 1000 | 60_000 };

/**
 * A stretch of time as people write it.
 *
 * - `in`: `2026-11-01` that day, `today`; with a length, `24h`, since 24 hours ago
 * - `before` `<2026-11-01`, `upTo` `<=` (the day itself too), `since` `>=`, `after` `>` (from
 *   the next day on)
 * - `between`: `2026-11-01..2026-11-20`, both ends whole
 *
 * With a length the signs compare the age: `>24h` is over 24 hours ago (kept as `before`), `<24h`
 * is `24h`.
 */
export type TimeRange =
  | {
      readonly kind: 'in' | 'before' | 'upTo' | 'since' | 'after';
      readonly at: TimePoint;
    }
  | { readonly kind: 'between'; readonly from: TimePoint; readonly to: TimePoint };

export const UNIT_MS: Readonly<Record<AgoUnit, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
