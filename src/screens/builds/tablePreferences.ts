import { useSyncExternalStore } from 'react';
import { COLUMNS, type Column, DENSITIES, type Density } from '../../views/address/View.ts';

/** How this person likes the table; kept on this device, in a link only when asked for. */
export interface TablePreferences {
  /** Those shown, in their order; null: the usual ones, fewer where it is narrow. */
  readonly columns: readonly Column[] | null;
  /** Pixels, by column. */
  readonly widths: ReadonlyMap<string, number>;
  readonly density: Density;
}

export const USUAL: TablePreferences = { columns: null, widths: new Map(), density: 'compact' };

/** The columns that are shown until the person chooses. */
export const USUAL_COLUMNS: readonly Column[] = [
  'status',
  'image',
  'artifacts',
  'error',
  'created',
  'started',
  'duration',
  'id',
];

export const NARROWEST = 48;
export const WIDEST = 1200;
const KEY = 'image-builds.table';

/** Reads what was kept, in whatever version or state it is; what makes no sense is left out. */
export function parsePreferences(text: string | null): TablePreferences {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    return USUAL;
  }
  if (typeof kept !== 'object' || kept === null) return USUAL;
  const field = (name: string): unknown => Reflect.get(kept, name);
  const columns = field('columns');
  const known = Array.isArray(columns)
    ? COLUMNS.filter((column) => columns.includes(column)).sort(
        (a, b) => columns.indexOf(a) - columns.indexOf(b),
      )
    : [];
  const widths = new Map<string, number>();
  const kinds = field('widths');
  if (typeof kinds === 'object' && kinds !== null) {
    for (const [column, width] of Object.entries(kinds)) {
      if (COLUMNS.some((each) => each === column) && Number.isFinite(width)) {
        widths.set(column, clampWidth(Number(width)));
      }
    }
  }
  return {
    columns: known.length > 0 ? known : null,
    widths,
    density: DENSITIES.find((each) => each === field('density')) ?? USUAL.density,
  };
}

export function printPreferences({ columns, widths, density }: TablePreferences): string {
  return JSON.stringify({ columns, widths: Object.fromEntries(widths), density });
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

let current: TablePreferences | undefined;
const listeners = new Set<() => void>();

function get(): TablePreferences {
  if (current) return current;
  try {
    current = parsePreferences(localStorage.getItem(KEY));
  } catch {
    current = USUAL;
  }
  return current;
}

function subscribe(listener: () => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return;
    current = undefined;
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', follow);
  };
}

function set(next: TablePreferences): void {
  current = next;
  try {
    if (next === USUAL) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, printPreferences(next));
  } catch {
    // Storage is off or full: the choice holds until the page is closed.
  }
  for (const listener of listeners) listener();
}

/** The preferences of this device, followed in every tab. */
export function useTablePreferences() {
  return [useSyncExternalStore(subscribe, get), set] as const;
}
