import { useState } from 'react';
import { plural } from '../../lib/number.ts';
import { useSession, useSessionStore } from '../../session/useSession.ts';
import { useTheme } from '../../ui/theme.ts';
import { withLens } from '../../views/editView.ts';
import type { PageCommand } from '../frame/commands/PageCommand.ts';
import { cleared } from '../frame/filter/clearFilter.ts';
import { useLenses } from '../frame/lens/useLenses.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useStage } from '../frame/list/useStage.ts';
import { useTicked } from '../frame/list/useTicked.ts';
import { useAddress, useView } from '../frame/view/useView.ts';
import { watchListOf } from '../frame/watch/watchListOf.ts';
import { copy } from './build/copy.ts';
import { KeyOverlays, type Overlay } from './KeyOverlays.tsx';
import type { NamedView } from './map/viewKeys.ts';
import { useBuildKeys } from './useBuildKeys.ts';

export interface BuildKeyboardProps {
  /** All views that can be gone to, the person's own in their order. */
  readonly views: readonly NamedView[];
  readonly goToView: (view: NamedView) => void;
}

/** The keyboard of the builds screen: single keys, the palette and the sheet that lists them. */
export function BuildKeyboard({ views, goToView }: BuildKeyboardProps) {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [view, actions] = useView();
  const { rows, order } = useList();
  const { table, rows: lensRows, search, active } = useStage();
  const { ticked, setTicked } = useTicked();
  const { showBuild } = useBuildKeys({
    // Without a token one must sign in again first.
    enabled: useSession().kind === 'signed-in',
    replica: usePageReplica(),
    rows,
    order,
    lensRows,
    table,
    search,
    view,
    actions,
    active,
    ticked,
    setTicked,
    views,
    goToView,
    lenses: useLenses(),
    watches: watchListOf(usePageReplica()),
    openSheet: () => setOverlay('sheet'),
    openPalette: () => setOverlay((now) => (now === 'palette' ? null : 'palette')),
  });
  return (
    <KeyOverlays
      open={overlay}
      onOpen={setOverlay}
      views={views}
      commands={useCommands()}
      goToView={goToView}
      showBuild={showBuild}
    />
  );
}

function useCommands(): readonly PageCommand[] {
  const replica = usePageReplica();
  const { state, held } = useList();
  const { paused } = state;
  const lenses = useLenses();
  const [, actions] = useView();
  const session = useSessionStore();
  const address = useAddress();
  const [, chooseTheme] = useTheme();
  return [
    { name: 'Refresh', keys: 'r', run: () => replica.refresh() },
    {
      name: paused ? 'Go on checking for changes' : 'Pause checking for changes',
      run: () => replica.setPaused(!paused),
    },
    ...(held.waiting > 0
      ? [{ name: `Show ${plural(held.waiting, 'new build', 'new builds')}`, run: held.show }]
      : []),
    ...(state.completeness === 'loading'
      ? [{ name: 'Stop loading', run: () => replica.stop() }]
      : []),
    ...(state.completeness === 'stopped'
      ? [{ name: 'Load the rest', run: () => replica.resume() }]
      : []),
    ...(lenses.length < 2 ? [] : lenses).map(({ lens, label, key }) => ({
      name: `Go to ${label}`,
      ...(key !== null && { keys: `g ${key}` }),
      run: () => actions.push((now) => withLens(now, lens)),
    })),
    { name: 'Clear the filter', run: () => actions.push(cleared) },
    {
      name: 'Copy link to this view',
      keys: 'l',
      run: () => void copy(address.link(), 'the link of this view'),
    },
    { name: 'Theme: light', run: () => chooseTheme('light') },
    { name: 'Theme: dark', run: () => chooseTheme('dark') },
    { name: 'Theme: as the system', run: () => chooseTheme('system') },
    { name: 'Print', run: () => window.print() },
    { name: 'Sign out', run: () => void session.signOut() },
    { name: 'Switch account: use another token', run: () => void session.signOut() },
  ];
}
