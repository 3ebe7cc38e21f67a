import { useEffect, useRef } from 'react';
import { useView } from '../frame/view/useView.ts';
import type { CheckDraft } from './CheckDraft.ts';
import { withList } from './checkView.ts';
import { type KeptList, useKeptLists } from './keptLists.ts';

/**
 * Opens the kept list that the address names, and puts it away again when the address goes back.
 * The name, where no list is kept under it; else null.
 */
export function useNamedList(store: CheckDraft): string | null {
  const [{ list }, actions] = useView();
  const kept = useKeptLists();
  const named = kept.find(({ name }) => name === list);
  const opened = useRef<KeptList | 'nothing yet' | null>('nothing yet');
  // The list outlives the lens, so that it is no part of what is drawn.
  useEffect(() => {
    const before = opened.current;
    opened.current = named ?? null;
    if (named !== undefined) {
      if (!isShown(store, named)) store.read(named.text, named.name);
    } else if (before === 'nothing yet') {
      // Back on the lens by a link that names none.
      const shown = kept.find((one) => isShown(store, one));
      if (shown !== undefined) actions.replace((now) => withList(now, now.list ?? shown.name));
    } else if (before !== null && kept.includes(before) && isShown(store, before)) store.clear();
  }, [store, actions, kept, named]);
  return list === null || named !== undefined ? null : list;
}

function isShown(store: CheckDraft, { text, name }: KeptList): boolean {
  const draft = store.get();
  return draft.text === text && draft.name === name;
}
