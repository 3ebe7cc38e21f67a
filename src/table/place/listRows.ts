import type { TableRows } from './TableRows.ts';

/** A list as the table reads it. Keys are looked up once, when first asked. */
export function listRows<T extends object>(
  list: readonly T[],
  keyOf: (one: T) => string,
): TableRows<T> {
  let positions: Map<string, number> | undefined;
  return {
    count: list.length,
    at: (position) => {
      const one = list[position];
      if (one === undefined) throw new RangeError(`There is no row ${position}.`);
      return one;
    },
    keyAt: (position) => {
      const one = list[position];
      return one === undefined ? '' : keyOf(one);
    },
    positionOf: (key) => {
      positions ??= new Map(list.map((one, position) => [keyOf(one), position]));
      return positions.get(key) ?? null;
    },
  };
}
