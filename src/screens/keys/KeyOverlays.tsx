import { Suspense, useEffect } from 'react';
import { Boundary } from '../../ui/Boundary.tsx';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { cellTerm, withFilter } from '../../views/editView.ts';
import type { Filter } from '../../views/terms/Filter.ts';
import type { PageCommand } from '../frame/commands/PageCommand.ts';
import { usePageCommands } from '../frame/commands/usePageCommands.ts';
import { useView } from '../frame/view/useView.ts';
import { Announcer } from './Announcer.tsx';
import { useSingleKeys } from './map/singleKeys.ts';
import type { NamedView } from './map/viewKeys.ts';
import { wordsOf } from './palette/matchName.ts';
import type { Entry } from './palette/paletteGroups.ts';
import { forgetPicks } from './palette/recentPicks.ts';

export type Overlay = 'sheet' | 'palette';

const loadPalette = () => import('./palette/CommandPalette.tsx');
const loadSheet = () => import('./HelpSheet.tsx');
const CommandPalette = lazyPiece(async () => (await loadPalette()).CommandPalette);
const HelpSheet = lazyPiece(async () => (await loadSheet()).HelpSheet);

/** Both, ahead of need; a load that fails now is tried again then. */
function preload(): void {
  void Promise.allSettled([loadPalette(), loadSheet()]);
}

export interface KeyOverlaysProps {
  readonly open: Overlay | null;
  readonly onOpen: (overlay: Overlay | null) => void;
  readonly views: readonly NamedView[];
  readonly commands: readonly PageCommand[];
  readonly goToView: (view: NamedView) => void;
  readonly showBuild: (id: string) => void;
}

/** What keys open, and the place where they say what they did. */
export function KeyOverlays(props: KeyOverlaysProps) {
  const { open, onOpen } = props;
  const [, actions] = useView();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  // Who uses keys may soon want these: they open at once then.
  useEffect(() => {
    window.addEventListener('keydown', preload, { once: true });
    return () => window.removeEventListener('keydown', preload);
  }, []);
  // What was picked is of this account's builds: it goes with them.
  useEffect(() => forgetPicks, []);
  const offered = usePageCommands();
  const commands: readonly PageCommand[] = [
    ...props.commands,
    ...offered,
    { name: 'Keyboard shortcuts', keys: '?', run: () => onOpen('sheet') },
    {
      name: singleKeys ? 'Turn single-key shortcuts off' : 'Turn single-key shortcuts on',
      run: () => setSingleKeys(!singleKeys),
    },
  ];
  const pick = (entry: Entry) => {
    switch (entry.kind) {
      case 'view':
        return props.goToView(entry.view);
      case 'command':
        return entry.command.run();
      case 'build':
        return props.showBuild(entry.build.id);
      case 'image': {
        const term = cellTerm('image', entry.name, false);
        return actions.push((view) => withFilter(view, term === null ? [] : [term]));
      }
      case 'search':
        return actions.push((view) => withFilter(view, filterOf(entry.text)));
    }
  };
  const close = () => onOpen(null);
  return (
    <>
      <Announcer />
      <Boundary resetKey={open} fallback={notLoaded}>
        <Suspense>
          {open === 'sheet' && <HelpSheet onClose={close} />}
          {open === 'palette' && (
            <CommandPalette views={props.views} commands={commands} onPick={pick} onClose={close} />
          )}
        </Suspense>
      </Boundary>
    </>
  );
}

/** Each typed word, as the palette counted them. */
function filterOf(text: string): Filter {
  return wordsOf(text).map((word) => ({ kind: 'free', text: word, not: false }));
}

function notLoaded() {
  return (
    <p role="alert" className="fixed inset-x-4 bottom-4 z-40 text-center text-bad">
      This could not be loaded. Reload the page to have it.
    </p>
  );
}
