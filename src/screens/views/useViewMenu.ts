import type { MenuItem } from '../../ui/Menu.tsx';
import { useOfferedCommands } from '../frame/commands/usePageCommands.ts';
import type { ViewDialogKind } from './dialogs/ViewDialogs.tsx';
import { downloadViews } from './downloadViews.ts';
import { type ViewMenuOptions, viewMenuItems } from './viewMenuItems.ts';

export interface ViewMenu {
  /** Saves what is shown under a name. */
  readonly save: MenuItem;
  readonly items: readonly MenuItem[];
}

/** What can be done with views, in their menu and in the palette. */
export function useViewMenu(
  options: Omit<ViewMenuOptions, 'ask' | 'now'>,
  show: (dialog: ViewDialogKind) => void,
): ViewMenu {
  const { saved, current, view } = options;
  const save = { label: 'Save view…', onSelect: () => show({ kind: 'save', view }) };
  const items = viewMenuItems({
    ...options,
    ask: (request) => {
      if (request === 'export') downloadViews(saved);
      else if (request === 'import') show({ kind: 'import' });
      else if (current !== undefined) show({ kind: 'rename', saved: current });
    },
    now: () => Date.now(),
  });
  useOfferedCommands([
    ...(current === undefined ? [{ name: save.label, run: save.onSelect }] : []),
    ...items.map(({ label, onSelect }) => ({ name: `Views: ${label}`, run: onSelect })),
  ]);
  return { save, items };
}
