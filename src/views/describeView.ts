import type { SortColumn, SortKey, View } from './address/View.ts';
import { describeTerm } from './terms/describeTerm.ts';

/** A view in one line: `Builds: status is failed; created in the last 24 h. Longest first.` */
export function describeView(view: Pick<View, 'filter' | 'sort'>): string {
  const what =
    view.filter.length === 0
      ? 'All builds.'
      : `Builds: ${view.filter.map((term) => describeTerm(term)).join('; ')}.`;
  const order = describeSort(view.sort);
  return `${what} ${order.charAt(0).toUpperCase()}${order.slice(1)}.`;
}

/** An order in words: `longest first, then by image`. */
export function describeSort(sort: readonly SortKey[]): string {
  if (sort.length === 0) return 'newest first';
  return sort.map(describeKey).join(', then ');
}

function describeKey({ column, descending }: SortKey): string {
  const said = SAID[column];
  if (said !== undefined) return said[descending ? 1 : 0];
  return `by ${column}${descending ? ', last first' : ''}`;
}

const SAID: Readonly<Partial<Record<SortColumn, readonly [string, string]>>> = {
  created: ['oldest first', 'newest first'],
  started: ['first started first', 'last started first'],
  ended: ['first ended first', 'last ended first'],
  duration: ['shortest first', 'longest first'],
  wait: ['shortest wait first', 'longest wait first'],
  artifacts: ['fewest artifacts first', 'most artifacts first'],
};
