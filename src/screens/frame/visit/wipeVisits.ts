/** On the device: the marks, by list. */
export const VISITS = 'image-builds.visits';
/** On the device: the person wants the marks to outlive a sign-out. */
export const KEEP_VISITS = 'image-builds.visits.keep';
/** In the tab: the visit that goes on after a reload. */
export const OWN_VISIT = 'image-builds.visit';
/** In the tab: what is watched. */
export const WATCHED = 'image-builds.watched';

/** At a sign-out: what is watched and the marks go, unless the person keeps the marks. Storage that is off has none. */
export function wipeVisits(): void {
  try {
    sessionStorage.removeItem(OWN_VISIT);
    sessionStorage.removeItem(WATCHED);
    if (localStorage.getItem(KEEP_VISITS) === null) localStorage.removeItem(VISITS);
  } catch {
    // Nothing was kept.
  }
}
