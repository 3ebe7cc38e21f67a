import type { BuildTable } from '../../list/BuildTable.ts';

/** Types with a code from here on share the last bit: a list has two, and a few unknown words. */
const BITS = 30;

/**
 * The artifact types of a row's build as a set of bits: builds are compared with those that make
 * the same. 0: it has no artifacts, or does not say.
 */
export function typeSet({ artifacts }: BuildTable, row: number): number {
  const { first, count, type } = artifacts;
  const from = first[row] ?? 0;
  let set = 0;
  for (let place = from; place < from + (count[row] ?? 0); place += 1) {
    set |= 1 << Math.min(type[place] ?? 0, BITS);
  }
  return set;
}
