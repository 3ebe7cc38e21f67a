import type { View } from '../../../views/address/View.ts';
import { FIRST_LENS, type Lens } from './Lens.ts';

/** The lens that a view is looked at through; the first one where there is none of that name. */
export function currentLens(lenses: readonly Lens[], view: View): Lens | undefined {
  const named = lensOf(view);
  return lenses.find(({ lens }) => lens === named) ?? lenses[0];
}

function lensOf(view: View): string {
  const lens: unknown = Reflect.get(view, 'lens');
  return typeof lens === 'string' ? lens : FIRST_LENS;
}
