import { useLayoutEffect, useRef, useState } from 'react';
import { announce } from './build/announce.ts';
import { BuildKeys } from './build/BuildKeys.ts';
import type { KeyContext } from './build/KeyContext.ts';
import { lensKeyGroup } from './map/keyGroups.ts';
import { commandOf, repeats } from './map/keyMap.ts';
import { readKey } from './map/readKey.ts';
import { singleKeysOn } from './map/singleKeys.ts';

/** How long `g` waits for its second key. Milliseconds. */
const WAIT_MS = 5000;
const GO_HINT = 'Go to: a all, v active, f failed, s stalled, t finished today, 1 to 9 your own';

/** Binds the keys of the screen, from the first draw to the last. */
export function useBuildKeys(context: KeyContext): Pick<BuildKeys, 'showBuild'> {
  const latest = useRef(context);
  // Keys come between draws: they work on what was drawn last.
  useLayoutEffect(() => {
    latest.current = context;
  });
  const [keys] = useState(() => new BuildKeys(() => latest.current));
  useLayoutEffect(() => keys.drawn(context.ticked), [keys, context.ticked]);

  // Listeners on the window: a key works wherever the focus is, from the frame on that draws this.
  useLayoutEffect(() => {
    const listener = keyListener(keys, () => latest.current);
    const click = (event: MouseEvent) => {
      const { altKey, ctrlKey, metaKey } = event;
      if (event.defaultPrevented || !(altKey || ctrlKey || metaKey)) return;
      if (keys.filterByClick(event.target, altKey)) event.preventDefault();
    };
    window.addEventListener('keydown', listener);
    window.addEventListener('click', click);
    return () => {
      window.removeEventListener('keydown', listener);
      window.removeEventListener('click', click);
    };
  }, [keys]);
  return keys;
}

/** Hears keys; what another part of the page has dealt with is left alone. */
function keyListener(
  keys: BuildKeys,
  read: () => Pick<KeyContext, 'enabled' | 'lenses'>,
): (event: KeyboardEvent) => void {
  let waitingSince: number | null = null;
  return (event) => {
    const waiting = waitingSince !== null && event.timeStamp - waitingSince < WAIT_MS;
    const facts = readKey(event, { pending: waiting ? 'g' : null, singleKeys: singleKeysOn() });
    if (facts === null) return;
    waitingSince = null;
    if (event.defaultPrevented || !read().enabled) return;
    const command = commandOf(facts);
    if (command === 'wait-g') {
      waitingSince = event.timeStamp;
      announce(goHint(read().lenses));
    } else if (command !== null) {
      const idle = event.repeat && !repeats(command);
      if (idle || keys.run(command, event.target)) event.preventDefault();
    }
  };
}

/** Such as `Go to: a all, 1 to 9 your own; b builds, e errors.` */
function goHint(lenses: KeyContext['lenses']): string {
  const others = lensKeyGroup(lenses)?.lines ?? [];
  const named = others.map(({ keys, does }) => `${keys[0]?.slice(2)} ${does.toLowerCase()}`);
  return named.length > 0 ? `${GO_HINT}; ${named.join(', ')}.` : `${GO_HINT}.`;
}
