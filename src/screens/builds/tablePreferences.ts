import { useSyncExternalStore } from 'react';
import { keptChoice } from '../../ui/keptChoice.ts';
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

const preferences = keptChoice({
  key: 'image-builds.table',
  parse: parsePreferences,
  print: (next) => (next === USUAL ? null : printPreferences(next)),
});

/** The preferences of this device, followed in every tab. */
export function useTablePreferences() {
  return [useSyncExternalStore(preferences.subscribe, preferences.get), preferences.set] as const;
}
