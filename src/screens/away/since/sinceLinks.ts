import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';
import type { Term } from '../../../views/terms/Filter.ts';

const ENDED: Term = { kind: 'words', field: 'is', values: ['ended'], not: false };
const FAILED: Term = { kind: 'words', field: 'status', values: ['FAILED'], not: false };
const BROKEN: Term = { kind: 'mark', field: 'is', value: 'broken', not: false };

const endedAfter = (moment: number): Term => ({
  kind: 'time',
  field: 'ended',
  range: { kind: 'after', at: { kind: 'instant', ms: Math.floor(moment), resolution: 1 } },
  not: false,
});

/** Builds that ended after a moment, milliseconds since the epoch. */
export function endedLink(moment: number): string {
  return printView(makeView({ filter: [ENDED, endedAfter(moment)] }));
}

/** Builds that failed after it. */
export function failedLink(moment: number): string {
  return printView(makeView({ filter: [FAILED, endedAfter(moment)] }));
}

/** Builds by which an image is broken since then: one for each. */
export function brokenLink(moment: number): string {
  return printView(makeView({ filter: [BROKEN, endedAfter(moment)] }));
}

/** A new cause; of several the causes of what failed after the moment, those seen first last. */
export function causesLink(moment: number, causes: readonly string[]): string {
  const [only = ''] = causes;
  if (causes.length === 1) {
    const cause: Term = { kind: 'mark', field: 'cause', value: only, not: false };
    return printView(makeView({ lens: 'errors', filter: [cause] }));
  }
  const filter = [FAILED, endedAfter(moment)];
  const lensSort = { column: 'first', descending: true } as const;
  return printView(makeView({ lens: 'errors', filter, lensSort, open: causes.slice(0, 1) }));
}
