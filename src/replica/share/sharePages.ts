import type { ShareTabs } from './joinTabs.ts';

/** Shares pages by what this browser has. Loaded beside the first rows, which do not wait for it. */
export const sharePages: ShareTabs = async (...asked) =>
  (await import('./joinTabs.ts')).joinTabs(...asked);
