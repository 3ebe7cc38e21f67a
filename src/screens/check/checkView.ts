import { makeView, type Shown, type View } from '../../views/address/View.ts';

/** The view of the checked images of one state; null: of all. */
export function withShow(view: View, show: Shown | null): View {
  return makeView({ ...view, show });
}

/** The view of another kept list; null: of none that has a name. */
export function withList(view: View, list: string | null): View {
  return makeView({ ...view, list });
}
