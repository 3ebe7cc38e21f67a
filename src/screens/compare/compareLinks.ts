import type { Change, Timed } from '../../insights/compare/Comparison.ts';
import type { PickedComparison } from '../../insights/compare/Comparisons.ts';
import { printCompareKey, type Settled } from '../../insights/compare/compareKey.ts';
import { printView } from '../../views/address/printView.ts';
import { makeView, type View } from '../../views/address/View.ts';
import { withFilter, withLens } from '../../views/editView.ts';
import type { Term } from '../../views/terms/Filter.ts';
import type { TimePoint } from '../../views/terms/TimePoint.ts';
import { comparedFilter } from './comparedFilter.ts';

export type Side = 'before' | 'after';

/** The addresses of the builds that figures count, of the view's filter. */
export interface CompareLinks {
  /** Builds of a change, or whose times are used. */
  readonly counted: (counted: Change | Timed) => string;
  /** Builds of a side; of these statuses, or of these states, where given. */
  readonly side: (side: Side, of?: Outcome) => string;
  readonly cause: (side: Side, fingerprint: string) => string;
  /** A build among all. */
  readonly build: (id: string) => string;
}

export interface Outcome {
  readonly field: 'status' | 'is';
  readonly values: readonly string[];
}

export function compareLinks(
  view: View,
  settled: Settled,
  pushes: PickedComparison['pushes'],
): CompareLinks {
  const kept = comparedFilter(view.filter);
  const base = withLens(view, 'builds');
  const link = (...terms: readonly Term[]) => printView(withFilter(base, [...kept, ...terms]));
  const sideTerm = (side: Side): Term => {
    if (settled.kind === 'windows') {
      const { from, to } = settled.windows[side];
      const range = { kind: 'between', from: point(from), to: point(to - 1) } as const;
      return { kind: 'time', field: 'created', range, not: false };
    }
    return mark('batch', pushes?.[side].id ?? settled.id);
  };
  return {
    counted: (counted) => link(mark('compared', printCompareKey({ counted, settled }))),
    side: (side, of) =>
      of === undefined
        ? link(sideTerm(side))
        : link(sideTerm(side), { kind: 'words', ...of, not: false }),
    cause: (side, fingerprint) => link(sideTerm(side), mark('cause', fingerprint)),
    build: (id) => printView(makeView({ open: [id] })),
  };
}

function mark(field: 'batch' | 'cause' | 'compared', value: string): Term {
  return { kind: 'mark', field, value, not: false };
}

function point(ms: number): TimePoint {
  return { kind: 'instant', ms, resolution: 1 };
}
