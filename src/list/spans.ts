/**
 * How long a build has run, in milliseconds: `startedAt` to `endedAt`, an active build without an
 * end until `now`. Times are milliseconds since the epoch. NaN in means unknown; NaN out when the start is
 * unknown, when a build that is not active has no known end, and when the span is negative.
 */
export function durationOf(
  startedAt: number,
  endedAt: number,
  active: boolean,
  now: number,
): number {
  const span = (active && Number.isNaN(endedAt) ? now : endedAt) - startedAt;
  return span >= 0 ? span : Number.NaN;
}

/**
 * How long a build waited, in milliseconds: `createdAt` to `startedAt`; until `now` for one that
 * has no start and is `queued` (PENDING or UPLOADING). NaN in means unknown; NaN out when either
 * side is unknown and when the span is negative.
 */
export function waitOf(createdAt: number, startedAt: number, queued: boolean, now: number): number {
  const until = Number.isNaN(startedAt) && queued ? now : startedAt;
  const span = until - createdAt;
  return span >= 0 ? span : Number.NaN;
}
