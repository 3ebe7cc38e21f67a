import { parseInstant } from '../lib/instant.ts';
import { dateIn } from '../lib/zone.ts';
import type { SortKey } from '../list/Query.ts';
import {
  type Column,
  type Lens,
  type LensSort,
  makeView,
  saysDays,
  type View,
} from './address/View.ts';
import type { Filter, Term } from './terms/Filter.ts';

/** The view with another filter, all else kept. */
export function withFilter(view: View, filter: Filter): View {
  return makeView({ ...view, filter });
}

/** The view with another order, all else kept. */
export function withSort(view: View, sort: readonly SortKey[]): View {
  return makeView({ ...view, sort });
}

/** The view with another order of its lens's table, all else kept. */
export function withLensSort(view: View, lensSort: LensSort | null): View {
  return makeView({ ...view, lensSort });
}

/**
 * The view through another lens: what is filtered and how days are read stay, while the order,
 * the opened rows and the columns belong to the lens that is left, and go.
 */
export function withLens(view: View, lens: Lens): View {
  if (view.lens === lens) return view;
  return makeView({ ...view, lens, sort: [], lensSort: null, open: [], columns: null });
}

/** The view that compares something else, through the lens that does. */
export function withCompare(view: View, compare: string | null): View {
  return makeView({ ...withLens(view, 'compare'), compare });
}

/** The view with builds over time above its list, alone or with their figures, or without them. */
export function withTimeline(view: View, timeline: View['timeline']): View {
  return makeView({ ...view, timeline });
}

/** The view with a build opened or closed. */
export function withOpen(view: View, id: string, open: boolean): View {
  const others = view.open.filter((one) => one !== id);
  if (!open) return makeView({ ...view, open: others });
  return view.open.includes(id) ? view : makeView({ ...view, open: [...others, id] });
}

/** The zone whose days a view means; where it says none, the one that is `preferred`. */
export function zoneOf(view: Pick<View, 'filter' | 'zone' | 'compare'>, preferred: string): string {
  return saysDays(view) ? (view.zone ?? 'UTC') : preferred;
}

/** The view whose words of days are those of another zone: what it shows may change. */
export function withZone(view: View, zone: string): View {
  return makeView({ ...view, zone });
}

/** A view that came from another by an edit: days it is the first to name are `preferred` ones. */
export function settleZone(before: View, after: View, preferred: string): View {
  if (after.zone !== null || saysDays(before) || !saysDays(after)) return after;
  return withZone(after, preferred);
}

/**
 * The condition that a cell stands for: exactly this status, image, tag, id, path or artifact
 * type, an error with this first line, or the zone's day of a time (as the API wrote it). Null where
 * a cell says nothing to filter by: no text, a time that cannot be read, a duration.
 */
export function cellTerm(column: Column, text: string, not: boolean, zone = 'UTC'): Term | null {
  switch (column) {
    case 'status':
      return { kind: 'words', field: 'status', values: [text], not };
    case 'artifacts':
      return { kind: 'words', field: 'artifact', values: [text], not };
    case 'created':
    case 'started':
    case 'ended': {
      const ms = parseInstant(text);
      const day = ms === null ? '' : dateIn(ms, zone);
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
      return {
        kind: 'time',
        field: column,
        range: { kind: 'in', at: { kind: 'date', text: day } },
        not,
      };
    }
    case 'duration':
    case 'wait':
      return null;
    case 'error': {
      const line = text.split(/\r?\n/).find((one) => one.trim() !== '');
      const part = line?.trim() ?? '';
      if (part === '') return null;
      return { kind: 'text', field: 'error', values: [{ match: 'contains', text: part }], not };
    }
    case 'image':
    case 'tag':
    case 'id':
    case 'path': {
      if (text === '' && column !== 'tag') return null;
      return { kind: 'text', field: column, values: [{ match: 'exact', text }], not };
    }
  }
}

/** True when a view shows all builds, in the default order. */
export function isPlain(view: View): boolean {
  return view.lens === 'builds' && view.filter.length === 0 && view.sort.length === 0;
}
