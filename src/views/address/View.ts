import type { SortColumn, SortKey } from '../../list/Query.ts';
import { type Filter, makeFilter } from '../terms/Filter.ts';
import { namesDays } from '../terms/timeBounds.ts';

/** A column by which builds can be put in order. */
export const SORT_COLUMNS = [
  'status',
  'image',
  'tag',
  'artifacts',
  'error',
  'created',
  'started',
  'ended',
  'duration',
  'wait',
  'id',
] as const satisfies readonly SortColumn[];

/** A column that can be shown. */
export const COLUMNS = [...SORT_COLUMNS, 'path'] as const;
export type Column = (typeof COLUMNS)[number];

export const DENSITIES = ['compact', 'comfortable'] as const;
export type Density = (typeof DENSITIES)[number];

/** What stands below the filter: the builds themselves, or an answer counted from them. */
export const LENSES = [
  'builds',
  'errors',
  'images',
  'batches',
  'timeline',
  'check',
  'wall',
  'compare',
] as const;
export type Lens = (typeof LENSES)[number];

/** How an image of a checked list can stand. */
export const SHOWN = ['good', 'failed', 'active', 'never'] as const;
export type Shown = (typeof SHOWN)[number];

/** How builds over time stand above the list, as an address says it: alone, or with their figures. */
export const TIMELINES = ['1', 'figures'] as const;
export type ShownTimeline = (typeof TIMELINES)[number];

/** What the tables of the other lenses can be put in order by. */
export const LENS_SORTS = {
  builds: [],
  errors: ['artifacts', 'images', 'first', 'last'],
  images: ['image', 'success', 'broken', 'median', 'builds'],
  batches: ['batch', 'started', 'images', 'failed', 'state'],
  timeline: [],
  check: [],
  wall: [],
  compare: [],
} as const satisfies Record<Lens, readonly string[]>;

export type LensSortColumn = (typeof LENS_SORTS)[Lens][number];

/** The order of a lens's table. */
export interface LensSort {
  readonly column: LensSortColumn;
  readonly descending: boolean;
}

/** What a person looks at, whole: what an address says. Always as `makeView` leaves it. */
export interface View {
  readonly lens: Lens;
  readonly filter: Filter;
  /** The zone whose days its words of days mean; null for UTC, and where there are none. */
  readonly zone: string | null;
  /** Empty: the default order, newest first. */
  readonly sort: readonly SortKey[];
  /** The order of another lens's table; null: its usual one, and for builds. */
  readonly lensSort: LensSort | null;
  /** The ids of the opened builds, or the keys of a lens's opened rows, as they were opened. */
  readonly open: readonly string[];
  /** Null: as this person likes it, which a link carries only when asked to. */
  readonly columns: readonly Column[] | null;
  readonly density: Density | null;
  /** Builds over time above the list; null: as this person likes it. */
  readonly timeline: ShownTimeline | null;
  /** What the lens `compare` compares, as written; null: its usual, and on other lenses. */
  readonly compare: string | null;
  /** The images that the lens `check` shows; null: all, and on other lenses. */
  readonly show: Shown | null;
  /** The kept list that the lens `check` opens, by its name; null: none, and on other lenses. */
  readonly list: string | null;
  /** The name under which the link offers to save the view. */
  readonly name: string | null;
  /** What stands in the address and was not understood. It stays there. */
  readonly unknown: readonly Unknown[];
}

/** A parameter, or one of its values, that was not understood. */
export interface Unknown {
  readonly name: string;
  readonly value: string;
  readonly problem: string;
  /** What it was probably meant to be, such as `status=FAILED`; null when nothing comes to mind. */
  readonly suggestion: string | null;
  /** As it stands in the address. */
  readonly raw: string;
}

export const EMPTY_VIEW: View = {
  lens: 'builds',
  filter: [],
  zone: null,
  sort: [],
  lensSort: null,
  open: [],
  columns: null,
  density: null,
  timeline: null,
  compare: null,
  show: null,
  list: null,
  name: null,
  unknown: [],
};

/** A view of these parts in canonical form: no default written out, nothing twice. */
export function makeView(parts: Partial<View>): View {
  const columns = parts.columns ?? null;
  const lens = parts.lens ?? 'builds';
  const filter = makeFilter(parts.filter ?? []);
  const zone = parts.zone ?? null;
  const compare = lens === 'compare' ? (parts.compare ?? null) : null;
  return {
    lens,
    filter,
    zone: zone === 'UTC' || !saysDays({ filter, compare }) ? null : zone,
    sort: lens === 'builds' ? canonicalSort(parts.sort ?? []) : [],
    lensSort: lensSortOf(lens, parts.lensSort ?? null),
    open: [...new Set(parts.open ?? [])],
    columns: columns === null || columns.length === 0 ? null : [...new Set(columns)],
    density: parts.density ?? null,
    timeline: parts.timeline ?? null,
    compare,
    show: lens === 'check' ? (parts.show ?? null) : null,
    list: lens === 'check' ? (parts.list ?? null) : null,
    name: parts.name === '' ? null : (parts.name ?? null),
    unknown: parts.unknown ?? [],
  };
}

function lensSortOf(lens: Lens, sort: LensSort | null): LensSort | null {
  return LENS_SORTS[lens].some((column) => column === sort?.column) ? sort : null;
}

const DAYS = /(^|[.,])(today|yesterday|(this|last)-(week|month)|\d{4}-\d\d(-\d\d)?)(?=[.,]|$)/;

/** True for a view with words of days, whose meaning depends on a zone. */
export function saysDays({ filter, compare }: Pick<View, 'filter'> & Partial<View>): boolean {
  const inFilter = filter.some((term) => term.kind === 'time' && namesDays(term.range));
  return inFilter || (compare != null && DAYS.test(compare));
}

function canonicalSort(sort: readonly SortKey[]): readonly SortKey[] {
  const keys = new Map<SortColumn, SortKey>();
  for (const { column, descending } of sort) {
    if (!keys.has(column)) keys.set(column, { column, descending });
  }
  const [only, ...more] = keys.values();
  if (only?.column === 'created' && only.descending && more.length === 0) return [];
  return [...keys.values()];
}
