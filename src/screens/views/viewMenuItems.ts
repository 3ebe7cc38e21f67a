import type { MenuItem } from '../../ui/Menu.tsx';
import type { View } from '../../views/address/View.ts';
import type { SavedViewsAction } from '../../views/saved/reduceSavedViews.ts';
import { type SavedView, type SavedViews, searchToSave } from '../../views/saved/SavedViews.ts';

/** What the menu can ask for that needs a dialog or a file. */
export type ViewRequest = 'rename' | 'import' | 'export';

export interface ViewMenuOptions {
  readonly saved: SavedViews;
  /** The saved view that is shown, if one is. */
  readonly current: SavedView | undefined;
  /** The person's own view that was shown last, and is not now. */
  readonly left: SavedView | undefined;
  readonly view: View;
  readonly dispatch: (action: SavedViewsAction) => void;
  readonly ask: (request: ViewRequest) => void;
  readonly now: () => number;
}

export interface ViewMenuItem extends MenuItem {
  readonly label: string;
}

/** What can be done with the view that is shown, as far as it is one's own, and with all. */
export function viewMenuItems(options: ViewMenuOptions): ViewMenuItem[] {
  const { saved, current, left, view, dispatch, ask, now } = options;
  const items: ViewMenuItem[] = [];
  const add = (label: string, onSelect: () => void) => items.push({ label, onSelect });

  if (current === undefined && left !== undefined) {
    const { name } = left;
    add(`Change “${name}” to what is shown`, () =>
      dispatch({ kind: 'save', name, search: searchToSave(view), now: now() }),
    );
  }
  if (current !== undefined) {
    const { name } = current;
    const at = saved.own.findIndex((one) => one.name === name);
    if (at >= 0) add('Rename…', () => ask('rename'));
    if (at > 0) add('Move left', () => dispatch({ kind: 'move', name, to: at - 1 }));
    if (at >= 0 && at < saved.own.length - 1) {
      add('Move right', () => dispatch({ kind: 'move', name, to: at + 1 }));
    }
    if (saved.defaultName === name) {
      add('No longer open at start', () => dispatch({ kind: 'default', name: null }));
    } else if (current.search !== '') {
      add('Open at start', () => dispatch({ kind: 'default', name }));
    } else if (saved.defaultName !== null) {
      add('Open at start', () => dispatch({ kind: 'default', name: null }));
    }
    if (at >= 0) add('Delete', () => dispatch({ kind: 'delete', name }));
  }
  if (saved.own.length > 0) add('Export your views', () => ask('export'));
  add('Import views…', () => ask('import'));
  return items;
}
