import { type ComponentType, lazy } from 'react';
import { isMissingPiece } from './isMissingPiece.ts';

/**
 * A part of the page that is loaded when it is first drawn; it stands in a `Piece`. Without a
 * network it waits for one: that is said already where the builds are, and nothing else is gone.
 *
 * @param load Asks for the component; asked again after a failure that may pass.
 */
export function lazyPiece<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await loadPiece(load) }));
}

/**
 * What `load` brings. A piece that did not come is asked for once more, and again whenever the
 * network is back.
 *
 * @throws What `load` throws, where there is a network or where it is no matter of one.
 */
export async function loadPiece<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!isMissingPiece(error)) throw error;
    if (navigator.onLine) return load();
    await new Promise((resolve) => window.addEventListener('online', resolve, { once: true }));
    return loadPiece(load);
  }
}
