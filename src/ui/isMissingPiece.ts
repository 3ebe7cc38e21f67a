/**
 * True for the error of a piece of the page that could not be loaded when it was first used: the
 * server has a newer page, or the network is gone. Browsers have no class of error for it, so it
 * is told by the words of Chromium, Firefox, Safari and Vite.
 */
export function isMissingPiece(error: unknown): boolean {
  return error instanceof Error && WORDS.test(error.message);
}

const WORDS = /dynamically imported module|importing a module script failed|unable to preload/i;
