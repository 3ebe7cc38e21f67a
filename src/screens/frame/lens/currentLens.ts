import type { View } from '../../../views/address/View.ts';
import type { Lens } from './Lens.ts';

/** The lens that a view is looked at through; the first one where there is none of that name. */
export function currentLens(lenses: readonly Lens[], view: View): Lens | undefined {
  return lenses.find(({ lens }) => lens === view.lens) ?? lenses[0];
}
