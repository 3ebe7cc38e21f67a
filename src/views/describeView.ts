import type { SortColumn, SortKey } from '../list/Query.ts';
import type { Lens, View } from './address/View.ts';
import { describeTerm } from './terms/describeTerm.ts';

/** A view in one line: `Builds: status is failed; created in the last 24 h. Longest first.` */
export function describeView({
  lens = 'builds',
  filter,
  zone = null,
  sort,
}: Pick<View, 'filter' | 'sort'> & Partial<Pick<View, 'lens' | 'zone'>>): string {
  const what =
    filter.length === 0
      ? ALL[lens]
      : `${lens.charAt(0).toUpperCase()}${lens.slice(1)}: ${filter.map((term) => describeTerm(term, zone ?? 'UTC')).join('; ')}.`;
  if (lens !== 'builds' && sort.length === 0) return what;
  const order = describeSort(sort);
  return `${what} ${order.charAt(0).toUpperCase()}${order.slice(1)}.`;
}

const ALL: Readonly<Record<Lens, string>> = {
  builds: 'All builds.',
  errors: 'Errors of all builds.',
  images: 'Images of all builds.',
  batches: 'Batches of all builds.',
  timeline: 'All builds on a timeline.',
  check: 'A list checked against all builds.',
  wall: 'All builds on a wall.',
  compare: 'All builds, compared.',
};

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
