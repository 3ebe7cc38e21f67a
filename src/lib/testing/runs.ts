const DEEP_RUNS = process.env['DEEP'] ? 10_000 : 0;

/** How often a property is tried: as often as usual, and with DEEP=1 at least 10,000 times. */
export function runs(usual: number): number {
  return Math.max(usual, DEEP_RUNS);
}
