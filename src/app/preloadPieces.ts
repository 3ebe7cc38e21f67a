/**
 * Asks for what the screen draws only once there are rows, or once something else is drawn: a
 * network that goes in the meantime takes none of it away. What fails here is asked for again, and
 * missed in words, when it is drawn.
 */
export function preloadPieces(): void {
  const pieces = [
    import('../screens/build/TimeCard.tsx'),
    import('../screens/builds/BuildsTools.tsx'),
    import('../screens/builds/DeepLinkNotes.tsx'),
    import('./ListTools.tsx'),
    import('./ListExtras.tsx'),
  ];
  for (const piece of pieces) piece.catch(() => undefined);
}
