/**
 * Writes milliseconds since the epoch as the API writes times: UTC without a zone, and
 * microseconds only where there are some (`2026-04-17T09:00:00`, `2026-04-17T09:00:00.012345`).
 */
export function wireTime(ms: number): string {
  const micros = Math.round(ms * 1000);
  const fraction = micros % 1_000_000;
  const seconds = new Date(Math.floor(micros / 1000)).toISOString().slice(0, 19);
  return fraction === 0 ? seconds : `${seconds}.${String(fraction).padStart(6, '0')}`;
}
