import { useMemo } from 'react';
import type { BuildStore } from '../../../replica/columns/BuildStore.ts';
import { useReplica } from '../../../replica/useReplica.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { keysOfView, type NamedView } from '../map/viewKeys.ts';
import { BuildFinder, NONE_FOUND } from './BuildFinder.ts';
import {
  type Entry,
  type EntryGroup,
  keyOfEntry,
  type PaletteCommand,
  paletteGroups,
} from './paletteGroups.ts';
import { recentPicks } from './recentPicks.ts';

export interface PaletteSources {
  readonly views: readonly NamedView[];
  readonly commands: readonly PaletteCommand[];
}

/** What the palette lists for what was typed, worked out while drawing: in the same frame. */
export function usePaletteGroups(sources: PaletteSources, typed: string): readonly EntryGroup[] {
  const replica = usePageReplica();
  const { views, commands } = sources;
  const state = useReplica(replica);
  const { store } = replica;
  const finder = useMemo(() => new BuildFinder(store), [store]);
  const found = useMemo(
    () => (state.verifying ? NONE_FOUND : finder.find(typed)),
    [finder, typed, state.version, state.verifying],
  );
  const recent = recentPicks().flatMap((key) => recentEntry(key, sources, store));
  return paletteGroups({
    typed,
    views,
    commands,
    images: found.images,
    builds: found.rows.map((row) => store.build(row)),
    count: found.count,
    recent: state.verifying ? recent.filter(isPublic) : recent,
  });
}

/** The entry of a key, where it still exists. */
function recentEntry(
  key: string,
  { views, commands }: PaletteSources,
  store: BuildStore,
): readonly Entry[] {
  const named: readonly Entry[] = [
    ...views.map((view): Entry => ({ kind: 'view', view, keys: keysOfView(views, view) })),
    ...commands.map((command): Entry => ({ kind: 'command', command })),
  ];
  const same = named.find((entry) => keyOfEntry(entry) === key);
  if (same) return [same];
  if (key.startsWith('build ')) {
    const row = store.rowOf(key.slice('build '.length));
    return row === undefined ? [] : [{ kind: 'build', build: store.build(row) }];
  }
  const name = key.slice('image '.length);
  const isImage = key.startsWith('image ') && store.columns.names.find(name) >= 0;
  return isImage ? [{ kind: 'image', name }] : [];
}

function isPublic(entry: Entry): boolean {
  return entry.kind === 'view' || entry.kind === 'command';
}
