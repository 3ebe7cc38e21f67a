import { useMemo } from 'react';
import type { BuildTable } from '../../../list/BuildTable.ts';
import { useReplica } from '../../../replica/useReplica.ts';
import type { PageCommand } from '../../frame/commands/PageCommand.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { keysOfView, type NamedView } from '../map/viewKeys.ts';
import { BuildFinder, NONE_FOUND } from './BuildFinder.ts';
import { type Entry, type EntryGroup, keyOfEntry, paletteGroups } from './paletteGroups.ts';
import { recentPicks } from './recentPicks.ts';

export interface PaletteSources {
  readonly views: readonly NamedView[];
  readonly commands: readonly PageCommand[];
}

/** What the palette lists for what was typed, worked out while drawing: in the same frame. */
export function usePaletteGroups(sources: PaletteSources, typed: string): readonly EntryGroup[] {
  const replica = usePageReplica();
  const { views, commands } = sources;
  const state = useReplica(replica);
  const { table } = replica;
  const finder = useMemo(() => new BuildFinder(table), [table]);
  const found = useMemo(
    () => (state.verifying ? NONE_FOUND : finder.find(typed)),
    [finder, typed, state.version, state.verifying],
  );
  const recent = recentPicks().flatMap((key) => recentEntry(key, sources, table));
  return paletteGroups({
    typed,
    views,
    commands,
    images: found.images,
    builds: found.rows.map((row) => table.build(row)),
    count: found.count,
    recent: state.verifying ? recent.filter(isPublic) : recent,
  });
}

/** The entry of a key, where it still exists. */
function recentEntry(
  key: string,
  { views, commands }: PaletteSources,
  table: BuildTable,
): readonly Entry[] {
  const named: readonly Entry[] = [
    ...views.map((view): Entry => ({ kind: 'view', view, keys: keysOfView(views, view) })),
    ...commands.map((command): Entry => ({ kind: 'command', command })),
  ];
  const same = named.find((entry) => keyOfEntry(entry) === key);
  if (same) return [same];
  if (key.startsWith('build ')) {
    const row = table.rowOf(key.slice('build '.length));
    return row === undefined ? [] : [{ kind: 'build', build: table.build(row), words: [] }];
  }
  const name = key.slice('image '.length);
  const isImage = key.startsWith('image ') && hasImage(table, name);
  return isImage ? [{ kind: 'image', name }] : [];
}

function isPublic(entry: Entry): boolean {
  return entry.kind === 'view' || entry.kind === 'command';
}

/** True while a build of the list has this name. */
function hasImage({ name, alive, rowCount, texts }: BuildTable, wanted: string): boolean {
  for (let row = 0; row < rowCount; row += 1) {
    if (alive[row] === 1 && texts.names.at(name[row] ?? -1) === wanted) return true;
  }
  return false;
}
