import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { PageCommand } from './PageCommand.ts';

const offers = new Map<object, readonly PageCommand[]>();
const listeners = new Set<() => void>();
let all: readonly PageCommand[] = [];

/** Offers commands to the palette for as long as what does them is drawn, as it was drawn last. */
export function useOfferedCommands(commands: readonly PageCommand[]): void {
  const [owner] = useState(() => ({}));
  useLayoutEffect(() => offer(owner, commands));
  useLayoutEffect(() => () => offer(owner, null), [owner]);
}

/** All that is offered now, in the order in which it first was. */
export function usePageCommands(): readonly PageCommand[] {
  return useSyncExternalStore(listen, () => all);
}

/** What is offered now by keys, such as `t`. */
export function offeredCommand(keys: string): PageCommand | undefined {
  return all.find((command) => command.keys === keys);
}

function offer(owner: object, commands: readonly PageCommand[] | null): void {
  if (commands === null) offers.delete(owner);
  else offers.set(owner, commands);
  all = [...offers.values()].flat();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
