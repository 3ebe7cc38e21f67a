/** Where a person's own lists of images are kept on this device, by their names. */
export const LISTS_KEY = 'image-builds.lists';

/** Removes what is kept of a person beside the builds; said here, since no lens may be loaded. */
export function forgetPrivate(): void {
  try {
    localStorage.removeItem(LISTS_KEY);
  } catch {
    // Storage is off: nothing was kept.
  }
}
