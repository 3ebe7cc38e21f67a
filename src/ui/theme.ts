import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'image-builds.theme';
const listeners = new Set<() => void>();
let chosen: Theme = 'system';

function isTheme(word: unknown): word is Theme {
  return THEMES.some((theme) => theme === word);
}

function show(theme: Theme) {
  chosen = theme;
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

/** Shows the theme kept on this device, and follows other tabs. Call once, before the first draw. */
export function startTheme(): void {
  const read = () => {
    try {
      const kept = localStorage.getItem(KEY);
      show(isTheme(kept) ? kept : 'system');
    } catch {
      show('system');
    }
  };
  read();
  window.addEventListener('storage', (event) => {
    if (event.key === KEY || event.key === null) read();
  });
}

/** The theme and its switch. A browser without storage keeps it for this page only. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, () => chosen);
  return [theme, choose];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(theme: Theme): void {
  show(theme);
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
}
