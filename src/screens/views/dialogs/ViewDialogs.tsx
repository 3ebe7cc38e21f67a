import { parseView } from '../../../views/address/parseView.ts';
import type { View } from '../../../views/address/View.ts';
import { describeView } from '../../../views/describeView.ts';
import type { SavedViewsAction } from '../../../views/saved/reduceSavedViews.ts';
import {
  nameProblem,
  type SavedView,
  type SavedViews,
  searchToSave,
} from '../../../views/saved/SavedViews.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { NameDialog } from './NameDialog.tsx';
import { roomProblem } from './roomProblem.ts';
import { suggestName } from './suggestName.ts';

/** Which dialog is open, and for what. */
export type ViewDialogKind =
  | { readonly kind: 'save'; readonly view: View }
  | { readonly kind: 'rename'; readonly saved: SavedView }
  | { readonly kind: 'import' };

export interface ViewDialogsProps {
  readonly open: ViewDialogKind;
  readonly saved: SavedViews;
  readonly dispatch: (action: SavedViewsAction) => void;
  readonly onClosed: () => void;
}

/** The dialogs about saved views; loaded when the first is opened. */
export function ViewDialogs({ open, saved, dispatch, onClosed }: ViewDialogsProps) {
  switch (open.kind) {
    case 'save': {
      const { view } = open;
      return (
        <NameDialog
          title="Save this view"
          about={describeView(view)}
          initial={suggestName(saved, view)}
          problemOf={(name) => roomProblem(saved) ?? nameProblem(saved, name)}
          onName={(name) =>
            dispatch({ kind: 'save', name, search: searchToSave(view), now: Date.now() })
          }
          onClosed={onClosed}
        />
      );
    }
    case 'rename': {
      const { name: from, search } = open.saved;
      return (
        <NameDialog
          title={`Rename “${from}”`}
          about={describeView(parseView(search))}
          initial={from}
          problemOf={(name) => nameProblem(saved, name, from)}
          onName={(to) => dispatch({ kind: 'rename', from, to })}
          onClosed={onClosed}
        />
      );
    }
    case 'import':
      return (
        <ImportDialog
          saved={saved}
          onImport={(views) => dispatch({ kind: 'import', views })}
          onClosed={onClosed}
        />
      );
  }
}
