const DEEP_RUNS = process.env['DEEP'] ? 10_000 : 0;
const MOST_RUNS = process.env['FEW_RUNS'] ? 100 : Number.POSITIVE_INFINITY;

/**
 * How often a property is tried: as often as usual, with DEEP=1 at least 10,000 times, and with
 * FEW_RUNS=1 (where thousands of breaks are tried one by one) 100 times at most.
 */
export function runs(usual: number): number {
  return Math.max(Math.min(usual, MOST_RUNS), DEEP_RUNS);
}
