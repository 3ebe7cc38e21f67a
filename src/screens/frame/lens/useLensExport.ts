import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { type LensExport, type LensTable, lensTableOf } from './LensExport.ts';

/** What a menu says of a table before anything is read of it. */
export type LensTableName = Pick<LensTable, 'noun' | 'count' | 'complete'>;

const listeners = new Set<() => void>();
let shown: LensTable | null = null;
/** Who gave it: one lens may come before another has gone. */
let owner: object | null = null;
/** The same object while it says the same: what only names the table is not drawn for each change. */
let name: LensTableName | null = null;

/**
 * Says what the table of a lens is to files and paper, for as long as it is drawn: the export menu
 * then offers it, and the browser prints it.
 */
export function useLensExport<Row extends object>(exported: LensExport<Row>): void {
  const [own] = useState(() => ({}));
  // Exports and prints come between draws: they read what was drawn last.
  useLayoutEffect(() => show(own, lensTableOf(exported)), [own, exported]);
  useLayoutEffect(
    () => () => {
      if (owner === own) show(null, null);
    },
    [own],
  );
}

/** The table of the lens on screen, as it was drawn last; null where a lens has none to take. */
export function shownLensTable(): LensTable | null {
  return shown;
}

/** What the table of the lens on screen is called, and how long it is; null where there is none. */
export function useLensTableName(): LensTableName | null {
  return useSyncExternalStore(listen, () => name);
}

function show(own: object | null, next: LensTable | null): void {
  owner = own;
  shown = next;
  if (isSame(name, next)) return;
  name = next && { noun: next.noun, count: next.count, complete: next.complete };
  for (const listener of listeners) listener();
}

function isSame(a: LensTableName | null, b: LensTableName | null): boolean {
  if (a === null || b === null) return a === b;
  return a.count === b.count && a.complete === b.complete && a.noun[1] === b.noun[1];
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
