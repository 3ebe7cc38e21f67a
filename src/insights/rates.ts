import { formatCount } from '../lib/number.ts';

/** How builds ended. CANCELLED and unknown statuses are in no rate. */
export interface Outcomes {
  readonly completed: number;
  readonly failed: number;
}

/** Below this many, a share in per cent says more than is known: 3 of 4 is no 75 %. */
const FEWEST_FOR_PERCENT = 10;
/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959964;

/** The share of successes that outcomes allow, from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval of 95 % (Wilson 1927); from 0 to 1 when there are no outcomes. */
export function wilson({ completed, failed }: Outcomes): Interval {
  const n = completed + failed;
  if (n === 0) return { low: 0, high: 1 };
  const share = completed / n;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** `4 of 5` below 10 outcomes, else `83 % of 120`; a dash without any. */
export function rateWords(outcomes: Outcomes): string {
  const n = outcomes.completed + outcomes.failed;
  if (n === 0) return '–';
  if (n < FEWEST_FOR_PERCENT) return `${outcomes.completed} of ${n}`;
  return `${wholePercent(outcomes)} % of ${formatCount(n)}`;
}

/** `95 % sure: between 44 % and 100 %`, for a tooltip; empty without outcomes. */
export function intervalWords(outcomes: Outcomes): string {
  if (outcomes.completed + outcomes.failed === 0) return '';
  const { low, high } = wilson(outcomes);
  return `95 % sure: between ${Math.round(low * 100)} % and ${Math.round(high * 100)} %`;
}

/** Best first: by what is at least likely, so that 3 of 3 does not stand above 99 of 100. */
export function compareBest(a: Outcomes, b: Outcomes): number {
  return wilson(b).low - wilson(a).low;
}

/** Worst first: by what is at most likely. */
export function compareWorst(a: Outcomes, b: Outcomes): number {
  return wilson(a).high - wilson(b).high;
}

/** 100 only when none failed, 0 only when all did. */
function wholePercent({ completed, failed }: Outcomes): number {
  const percent = Math.round((100 * completed) / (completed + failed));
  const most = failed > 0 ? 99 : 100;
  const least = completed > 0 ? 1 : 0;
  return Math.max(least, Math.min(percent, most));
}
