/**
 * Asks for what a list with rows is drawn with, ahead of need: while the person still signs in, and
 * again when the list is drawn. A network that goes in the meantime takes none of it away. What
 * fails here is asked for again, and missed in words, when it is drawn.
 */
export function preloadPieces(): void {
  const pieces = [
    import('../screens/build/TimeCard.tsx'),
    import('../screens/builds/BuildsTools.tsx'),
    import('../screens/builds/DeepLinkNotes.tsx'),
    import('../screens/builds/OpenedBuild.tsx'),
    import('../screens/frame/Bars.tsx'),
    import('../screens/frame/ThemeMenu.tsx'),
    import('../screens/frame/lens/LensNav.tsx'),
    import('../screens/away/WatchTool.tsx'),
    import('../screens/views/ViewBar.tsx'),
    import('../table/columns/HeaderRow.tsx'),
    import('./ListTools.tsx'),
    import('./ListExtras.tsx'),
    import('./News.tsx'),
  ];
  for (const piece of pieces) piece.catch(() => undefined);
}
