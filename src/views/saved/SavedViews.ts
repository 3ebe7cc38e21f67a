import { cutEnd, foldCase } from '../../lib/text.ts';
import { parseView } from '../address/parseView.ts';
import { printView } from '../address/printView.ts';
import { makeView, type View } from '../address/View.ts';

/** A named view. `search` is its address as `searchToSave` writes it. */
export interface SavedView {
  readonly name: string;
  readonly search: string;
  /** When it was last opened, milliseconds since the epoch; null for never. */
  readonly openedAt: number | null;
}

/** What one person has saved on this device, and the one deletion that can be undone. */
export interface SavedViews {
  /** The person's own, in their order. */
  readonly own: readonly SavedView[];
  /** When each built-in view was last opened, by name. */
  readonly builtInsOpened: ReadonlyMap<string, number>;
  /** The view that an address without parameters stands for; null for all builds. */
  readonly defaultName: string | null;
  /** The zone whose days the built-in views mean. */
  readonly zone: string;
  readonly removed: {
    readonly view: SavedView;
    readonly index: number;
    readonly wasDefault: boolean;
  } | null;
}

export const NO_SAVED_VIEWS: SavedViews = {
  own: [],
  builtInsOpened: new Map(),
  defaultName: null,
  zone: 'UTC',
  removed: null,
};

/**
 * The views that everyone has. "Failed in the last 24 h" goes by the time of creation: every
 * build has one, while one that failed early may have no end time.
 */
export const BUILT_IN_VIEWS: readonly Pick<SavedView, 'name' | 'search'>[] = [
  { name: 'All', search: '' },
  { name: 'Active', search: '?is=active' },
  { name: 'Failed in the last 24 h', search: '?status=FAILED&created=24h' },
  { name: 'Stalled', search: '?is=stalled' },
  { name: 'Finished today', search: '?is=ended&ended=today' },
];

/** More views than this are not kept. */
export const MOST_SAVED_VIEWS = 200;

/** The built-in views and the person's own, in the order in which they are listed. */
export function listSavedViews(state: SavedViews): readonly SavedView[] {
  const builtIns = BUILT_IN_VIEWS.map(({ name, search }) => ({
    name,
    search: inZone(search, state.zone),
    openedAt: state.builtInsOpened.get(name) ?? null,
  }));
  return [...builtIns, ...state.own];
}

const zoned = new Map<string, string>();

/** A built-in view's address, its days those of the person's zone. */
function inZone(search: string, zone: string): string {
  if (zone === 'UTC') return search;
  const key = `${zone} ${search}`;
  const known = zoned.get(key) ?? printView(makeView({ ...parseView(search), zone }));
  zoned.set(key, known);
  return known;
}

/** The saved or built-in view of this name, in any case. */
export function findSavedView(state: SavedViews, name: string): SavedView | undefined {
  return listSavedViews(state).find((view) => sameName(view.name, name));
}

/** The saved view that shows what this view shows; open rows and a name to save do not count. */
export function savedViewOf(state: SavedViews, view: View): SavedView | undefined {
  const search = searchToSave(view);
  return listSavedViews(state).find((saved) => saved.search === search);
}

/** The name under which a shared link offers to save its view; null when it is saved already. */
export function offeredName(state: SavedViews, view: View): string | null {
  const name = cleanName(view.name ?? '');
  if (name === '' || findSavedView(state, name)?.search === searchToSave(view)) return null;
  return freeName(state, name);
}

/** Why a name cannot be given, null when it can; `except` is the view that has it now. */
export function nameProblem(state: SavedViews, name: string, except?: string): string | null {
  const clean = cleanName(name);
  if (clean === '') return 'A view needs a name.';
  if (except !== undefined && sameName(clean, except)) return null;
  const taken = findSavedView(state, clean);
  return taken === undefined ? null : `There is a view “${taken.name}” already.`;
}

/** The part of a view that is saved: all but which builds are open and the name offered. */
export function searchToSave(view: View): string {
  return printView(makeView({ ...view, open: [], name: null }));
}

/** A name on one line, without blanks around it, 60 characters at most. */
export function cleanName(name: string): string {
  // Nothing that is hidden or turns text round belongs in a name.
  const plain = name
    .slice(0, 1000)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return cutEnd(plain, 60);
}

/** True for names that a person would take for one. */
export function sameName(a: string, b: string): boolean {
  return foldCase(cleanName(a)) === foldCase(cleanName(b));
}

/** The name itself, or with the first number that makes it free: `Nightly (2)`. */
export function freeName(state: SavedViews, name: string): string {
  const taken = new Set(listSavedViews(state).map((view) => foldCase(view.name)));
  let free = name;
  for (let count = 2; taken.has(foldCase(free)); count += 1) {
    free = `${cutEnd(name, 52)} (${count})`;
  }
  return free;
}
