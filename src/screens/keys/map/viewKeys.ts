import { BUILT_IN_VIEWS } from '../../../views/saved/SavedViews.ts';
import type { BuiltInKey } from './keyMap.ts';

/** A view that can be gone to: built in, or the person's own. */
export interface NamedView {
  readonly name: string;
  readonly search: string;
}

/** The letter after `g` for each built-in view. */
export const VIEW_KEYS: readonly { readonly key: BuiltInKey; readonly name: string }[] = [
  { key: 'a', name: 'All' },
  { key: 'v', name: 'Active' },
  { key: 'f', name: 'Failed in the last 24 h' },
  { key: 's', name: 'Stalled' },
  { key: 't', name: 'Finished today' },
];

/** The view that a key after `g` stands for; undefined where there is none. */
export function viewForKey(
  views: readonly NamedView[],
  key: BuiltInKey | number,
): NamedView | undefined {
  if (typeof key === 'number') return views.filter(isOwn)[key - 1];
  const named = VIEW_KEYS.find((each) => each.key === key);
  return BUILT_IN_VIEWS.find((view) => view.name === named?.name);
}

/** How a view is gone to with keys, such as `g f`; null for an own one past the ninth. */
export function keysOfView(views: readonly NamedView[], view: NamedView): string | null {
  const builtIn = VIEW_KEYS.find((each) => each.name === view.name);
  if (builtIn) return `g ${builtIn.key}`;
  const at = views.filter(isOwn).findIndex((own) => own.name === view.name);
  return at < 0 || at > 8 ? null : `g ${at + 1}`;
}

function isOwn(view: NamedView): boolean {
  return !BUILT_IN_VIEWS.some((builtIn) => builtIn.name === view.name);
}
