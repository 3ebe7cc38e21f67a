import type { Address } from '../../frame/view/address.ts';
import { SAVED_VIEWS_KEY } from './keptKeys.ts';

/**
 * Call once, as the page starts: an empty address becomes the person's default view, if they
 * have one. What reads saved views is loaded only then; a person who is quicker is not disturbed.
 */
export async function startViews(address: Address, window: Window): Promise<void> {
  const search = address.get();
  const isFresh = isFreshStart(window.performance);
  if (search === '' ? !isFresh || !hasDefault(window) : !/[?&]view=/.test(search)) return;
  try {
    const { openAtStart } = await import('./openAtStart.ts');
    if (address.get() === search) address.replace(openAtStart(search, isFresh));
  } catch {
    // It could not be loaded: all builds are shown, and the bar of views says why it is missing.
  }
}

/** True when the page was opened anew: by a link, a bookmark, or typed. */
export function isFreshStart(performance: Pick<Performance, 'getEntriesByType'>): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry === undefined || !('type' in entry) || entry.type === 'navigate';
}

/** A look at the text alone: most people have no default, and nothing is read for them. */
function hasDefault(window: Window): boolean {
  try {
    return /"defaultName":\s*"/.test(window.localStorage.getItem(SAVED_VIEWS_KEY) ?? '');
  } catch {
    return false;
  }
}
