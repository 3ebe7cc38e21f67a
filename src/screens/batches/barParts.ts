import type { BatchProgress } from '../../insights/batches/batchProgress.ts';

/** A part of a bar: from where to where in parts of its width, 0 to 1, and how it is drawn. */
export interface BarPart {
  readonly tone: string;
  readonly from: number;
  readonly to: number;
  /** Parts of the bar's height: failed ones stand out by it, not by colour alone. */
  readonly height: number;
  readonly hollow: boolean;
}

/** No part that there is may be too thin to be seen. */
const THINNEST = 0.02;

/** How many of a push stand how, side by side; active and cancelled ones hollow. */
export function barParts(progress: BatchProgress): readonly BarPart[] {
  const { completed, failed, cancelled, active, stalled, other } = progress;
  const counts = [
    { count: completed, tone: 'tone-good', height: 0.6, hollow: false },
    { count: failed, tone: 'tone-bad', height: 1, hollow: false },
    { count: cancelled, tone: 'tone-stopped', height: 0.6, hollow: true },
    { count: stalled, tone: 'tone-waiting', height: 0.4, hollow: false },
    { count: other, tone: 'tone-other', height: 0.4, hollow: false },
    { count: active, tone: 'tone-active', height: 0.6, hollow: true },
  ].filter(({ count }) => count > 0);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const widths = counts.map(({ count }) => Math.max(count / all, THINNEST));
  const sum = widths.reduce((total, width) => total + width, 0);
  let at = 0;
  return counts.map(({ tone, height, hollow }, part) => {
    const from = at;
    at += (widths[part] ?? 0) / sum;
    return { tone, from, to: at, height, hollow };
  });
}
