import { useCallback, useMemo, useState } from 'react';
import type { Replica } from '../../replica/createReplica.ts';
import { useSessionStore } from '../../session/useSession.ts';
import { useTheme } from '../../ui/theme.ts';
import { parseView } from '../../views/address/parseView.ts';
import { listSavedViews } from '../../views/saved/SavedViews.ts';
import { cleared } from '../frame/filter/clearFilter.ts';
import { useAddress } from '../frame/view/useView.ts';
import { useSavedViews } from '../views/saved/useSavedViews.ts';
import { copy } from './build/copy.ts';
import type { KeyContext } from './build/KeyContext.ts';
import { KeyOverlays, type Overlay } from './KeyOverlays.tsx';
import type { NamedView } from './map/viewKeys.ts';
import type { PaletteCommand } from './palette/paletteGroups.ts';
import { useBuildKeys } from './useBuildKeys.ts';

export interface BuildKeyboardProps
  extends Omit<KeyContext, 'views' | 'goToView' | 'openSheet' | 'openPalette' | 'replica'> {
  readonly replica: Replica;
  readonly paused: boolean;
  readonly secret: string | null;
}

/** The keyboard of the builds screen: single keys, the palette and the sheet that lists them. */
export function BuildKeyboard({ replica, paused, secret, ...context }: BuildKeyboardProps) {
  const { actions } = context;
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const { state, dispatch } = useSavedViews();
  const views = useMemo(() => listSavedViews(state), [state]);
  const goToView = useCallback(
    ({ name, search }: NamedView) => {
      dispatch({ kind: 'open', name, now: Date.now() });
      actions.push(() => parseView(search));
    },
    [actions, dispatch],
  );
  const { showBuild } = useBuildKeys({
    ...context,
    replica,
    views,
    goToView,
    openSheet: () => setOverlay('sheet'),
    openPalette: () => setOverlay((now) => (now === 'palette' ? null : 'palette')),
  });
  return (
    <KeyOverlays
      open={overlay}
      onOpen={setOverlay}
      replica={replica}
      views={views}
      commands={useCommands({ replica, paused, actions })}
      actions={actions}
      goToView={goToView}
      showBuild={showBuild}
      secret={secret}
    />
  );
}

function useCommands({
  replica,
  paused,
  actions,
}: Pick<BuildKeyboardProps, 'replica' | 'paused' | 'actions'>): readonly PaletteCommand[] {
  const session = useSessionStore();
  const address = useAddress();
  const [, chooseTheme] = useTheme();
  return [
    { name: 'Refresh', keys: 'r', run: () => replica.refresh() },
    {
      name: paused ? 'Go on checking for changes' : 'Pause checking for changes',
      run: () => replica.setPaused(!paused),
    },
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
  ];
}
