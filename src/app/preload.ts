/** Asks for what a list with rows is drawn with, ahead of need; what is asked for is no matter now. */
export function preload(): void {
  import('./preloadPieces.ts').then(
    ({ preloadPieces }) => preloadPieces(),
    () => undefined,
  );
}
