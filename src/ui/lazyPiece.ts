import { type ComponentType, lazy } from 'react';
import { isMissingPiece } from './isMissingPiece.ts';

/** How long a server that does not answer is left alone. Milliseconds. */
const PAUSE_MS = 5000;

/**
 * A part of the page that is loaded when it is first drawn; it stands in a `Piece`. Without a
 * network or a server it waits for one: that is said already where the builds are, and nothing else
 * is gone.
 *
 * @param load Asks for the component; asked again after a failure that may pass.
 */
export function lazyPiece<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await loadPiece(load) }));
}

/**
 * What `load` brings. A piece that did not come is asked for once more as soon as the server of the
 * page answers at all.
 *
 * @throws What `load` throws, where the server answers or where it is no matter of one.
 */
export async function loadPiece<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!isMissingPiece(error)) throw error;
    while (!(await isServed())) await pause();
    return load();
  }
}

/** Whether the server of the page answers, whatever it says. */
function isServed(): Promise<boolean> {
  return fetch('./', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, PAUSE_MS);
    function end() {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      resolve();
    }
    window.addEventListener('online', end);
  });
}
