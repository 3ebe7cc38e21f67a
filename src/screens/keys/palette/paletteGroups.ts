import type { Build } from '../../../contract/build.ts';
import type { PageCommand } from '../../frame/commands/PageCommand.ts';
import { keysOfView, type NamedView } from '../map/viewKeys.ts';
import { matchName, wordsOf } from './matchName.ts';

/** One line of the palette. */
export type Entry =
  | { readonly kind: 'view'; readonly view: NamedView; readonly keys: string | null }
  | { readonly kind: 'command'; readonly command: PageCommand }
  | { readonly kind: 'image'; readonly name: string }
  | {
      readonly kind: 'build';
      readonly build: Build;
      /** What found it. */
      readonly words: readonly string[];
    }
  | { readonly kind: 'search'; readonly text: string; readonly count: number };

export interface EntryGroup {
  readonly name: string;
  readonly entries: readonly Entry[];
}

export interface PaletteFacts {
  readonly typed: string;
  readonly views: readonly NamedView[];
  readonly commands: readonly PageCommand[];
  readonly images: readonly string[];
  readonly builds: readonly Build[];
  /** How many builds match what was typed. */
  readonly count: number;
  /** What was picked lately, the newest first. */
  readonly recent: readonly Entry[];
}

/** What the palette lists: what was picked lately while nothing is typed, else what fits best. */
export function paletteGroups(facts: PaletteFacts): readonly EntryGroup[] {
  const typed = facts.typed.trim();
  const views = facts.views.map(
    (view): Entry => ({ kind: 'view', view, keys: keysOfView(facts.views, view) }),
  );
  const commands = facts.commands.map((command): Entry => ({ kind: 'command', command }));
  if (typed === '') {
    const recent = new Set(facts.recent.map(keyOfEntry));
    const others = (entries: readonly Entry[]) =>
      entries.filter((entry) => !recent.has(keyOfEntry(entry)));
    return withoutEmpty([
      { name: 'Recent', entries: facts.recent },
      { name: 'Views', entries: others(views) },
      { name: 'Commands', entries: others(commands) },
    ]);
  }
  const words = wordsOf(typed);
  const search: readonly Entry[] =
    facts.count > 0 ? [{ kind: 'search', text: typed, count: facts.count }] : [];
  return withoutEmpty([
    { name: 'Views', entries: best(views, typed) },
    { name: 'Commands', entries: best(commands, typed) },
    { name: 'Images', entries: facts.images.map((name): Entry => ({ kind: 'image', name })) },
    {
      name: 'Builds',
      entries: facts.builds.map((build): Entry => ({ kind: 'build', build, words })),
    },
    { name: 'Search', entries: search },
  ]);
}

/** Names an entry for as long as the page is open, such as `view Stalled`. */
export function keyOfEntry(entry: Entry): string {
  switch (entry.kind) {
    case 'view':
      return `view ${entry.view.name}`;
    case 'command':
      return `command ${entry.command.name}`;
    case 'image':
      return `image ${entry.name}`;
    case 'build':
      return `build ${entry.build.id}`;
    case 'search':
      return `search ${entry.text}`;
  }
}

function best(entries: readonly Entry[], typed: string): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, fit: matchName(nameOfEntry(entry), typed) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ entry }) => entry);
}

function nameOfEntry(entry: Entry): string {
  if (entry.kind === 'view') return entry.view.name;
  return entry.kind === 'command' ? entry.command.name : '';
}

function withoutEmpty(groups: readonly EntryGroup[]): readonly EntryGroup[] {
  return groups.filter((group) => group.entries.length > 0);
}
