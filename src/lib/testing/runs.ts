const DEEP_RUNS = process.env['DEEP'] ? 10_000 : 0;
const FEW = Boolean(process.env['FEW_RUNS']);
const FEW_PART = 0.1;
const MOST_OF_FEW = 100;

/**
 * How often a property is tried: as often as usual, with DEEP=1 at least 10,000 times, and with
 * FEW_RUNS=1 (where thousands of breaks are tried one by one) a tenth as often, 100 times at most.
 */
export function runs(usual: number): number {
  if (FEW) return Math.min(Math.ceil(usual * FEW_PART), MOST_OF_FEW);
  return Math.max(usual, DEEP_RUNS);
}
