import { parseView } from '../address/parseView.ts';
import {
  BUILT_IN_VIEWS,
  cleanName,
  findSavedView,
  freeName,
  MOST_SAVED_VIEWS,
  nameProblem,
  type SavedView,
  type SavedViews,
  sameName,
  searchToSave,
} from './SavedViews.ts';

export type SavedViewsAction =
  /** Saves under a name; the person's own view of that name gets this address. */
  | { readonly kind: 'save'; readonly name: string; readonly search: string; readonly now: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  /** Moves to a place among the person's own, counted from 0. */
  | { readonly kind: 'move'; readonly name: string; readonly to: number }
  | { readonly kind: 'default'; readonly name: string | null }
  | { readonly kind: 'delete'; readonly name: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'open'; readonly name: string; readonly now: number }
  /** Adds views; one with the name of another view and another address gets a new name. */
  | {
      readonly kind: 'import';
      readonly views: readonly Pick<SavedView, 'name' | 'search'>[];
    };

/** The next state. An action that cannot be done (see `nameProblem`) changes nothing. */
export function reduceSavedViews(state: SavedViews, action: SavedViewsAction): SavedViews {
  switch (action.kind) {
    case 'save':
      return save(state, action.name, action.search, action.now);
    case 'rename':
      return rename(state, action.from, action.to);
    case 'move':
      return move(state, action.name, action.to);
    case 'default': {
      const name = action.name === null ? null : (findSavedView(state, action.name)?.name ?? null);
      if (name === null && action.name !== null) return state;
      return { ...state, defaultName: name };
    }
    case 'delete':
      return remove(state, action.name);
    case 'undo':
      return undo(state);
    case 'open':
      return open(state, action.name, action.now);
    case 'import':
      return action.views.reduce(importOne, state);
  }
}

function isBuiltIn(name: string): boolean {
  return BUILT_IN_VIEWS.some((view) => sameName(view.name, name));
}

function indexOf(state: SavedViews, name: string): number {
  return state.own.findIndex((view) => sameName(view.name, name));
}

function save(state: SavedViews, written: string, search: string, now: number): SavedViews {
  const name = cleanName(written);
  if (name === '' || isBuiltIn(name)) return state;
  const view = { name, search: searchToSave(parseView(search)), openedAt: now };
  const at = indexOf(state, name);
  if (at >= 0) return { ...state, own: state.own.with(at, view) };
  if (state.own.length >= MOST_SAVED_VIEWS) return state;
  return { ...state, own: [...state.own, view] };
}

function rename(state: SavedViews, from: string, to: string): SavedViews {
  const at = indexOf(state, from);
  const view = state.own[at];
  if (view === undefined || nameProblem(state, to, from) !== null) return state;
  const name = cleanName(to);
  const isDefault = state.defaultName !== null && sameName(state.defaultName, from);
  return {
    ...state,
    own: state.own.with(at, { ...view, name }),
    defaultName: isDefault ? name : state.defaultName,
  };
}

function move(state: SavedViews, name: string, to: number): SavedViews {
  const at = indexOf(state, name);
  const view = state.own[at];
  if (view === undefined || !Number.isInteger(to)) return state;
  const others = state.own.toSpliced(at, 1);
  const place = Math.min(Math.max(0, to), others.length);
  return { ...state, own: others.toSpliced(place, 0, view) };
}

function remove(state: SavedViews, name: string): SavedViews {
  const index = indexOf(state, name);
  const view = state.own[index];
  if (view === undefined) return state;
  const wasDefault = state.defaultName !== null && sameName(state.defaultName, name);
  return {
    ...state,
    own: state.own.toSpliced(index, 1),
    defaultName: wasDefault ? null : state.defaultName,
    removed: { view, index, wasDefault },
  };
}

function undo(state: SavedViews): SavedViews {
  if (state.removed === null) return state;
  const { view, index, wasDefault } = state.removed;
  const name = freeName(state, view.name);
  return {
    ...state,
    own: state.own.toSpliced(index, 0, { ...view, name }),
    defaultName: wasDefault && state.defaultName === null ? name : state.defaultName,
    removed: null,
  };
}

function open(state: SavedViews, name: string, now: number): SavedViews {
  const at = indexOf(state, name);
  const view = state.own[at];
  if (view !== undefined) return { ...state, own: state.own.with(at, { ...view, openedAt: now }) };
  const builtIn = BUILT_IN_VIEWS.find((one) => sameName(one.name, name));
  if (builtIn === undefined) return state;
  return { ...state, builtInsOpened: new Map(state.builtInsOpened).set(builtIn.name, now) };
}

function importOne(
  state: SavedViews,
  { name: written, search: address }: Pick<SavedView, 'name' | 'search'>,
): SavedViews {
  const name = cleanName(written);
  const search = searchToSave(parseView(address));
  if (name === '' || findSavedView(state, name)?.search === search) return state;
  if (state.own.length >= MOST_SAVED_VIEWS) return state;
  return { ...state, own: [...state.own, { name: freeName(state, name), search, openedAt: null }] };
}
