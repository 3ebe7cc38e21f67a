import type { Lens } from '../../views/address/View.ts';

const LENSES: readonly Lens[] = ['builds', 'errors', 'images', 'batches'];

/** True for a lens that builds over time may stand above: a list of builds, or of what they add up to. */
export function isAboveLens(lens: Lens): boolean {
  return LENSES.includes(lens);
}
