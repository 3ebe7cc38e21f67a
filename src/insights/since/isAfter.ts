/**
 * True for a time after a moment, both milliseconds since the epoch. A moment covers its own
 * millisecond, as in the filter `ended:>INSTANT`. Unknown times are after nothing.
 */
export function isAfter(time: number | undefined, moment: number): boolean {
  return (time ?? Number.NaN) >= Math.floor(moment) + 1;
}
