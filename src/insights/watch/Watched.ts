/** What can be watched, each by the one word that finds it again in any state of the list. */
export type WatchedKind = 'build' | 'image' | 'batch' | 'cause' | 'view';

/** A thing that a person watches. */
export interface Watched {
  readonly kind: WatchedKind;
  /**
   * The build's id, the image's name, the id of any build of the push, the cause's fingerprint, the
   * view's address.
   */
  readonly value: string;
  /** What it is called. */
  readonly label: string;
}

/** Names a watched thing among all. */
export function watchedKey({ kind, value }: Pick<Watched, 'kind' | 'value'>): string {
  return `${kind} ${value}`;
}

const KINDS: ReadonlySet<string> = new Set(['build', 'image', 'batch', 'cause', 'view']);
const LONGEST = 2000;

/** Reads what was kept or sent, in whatever state it is; what is no watched thing is left out. */
export function readWatched(kept: unknown): readonly Watched[] {
  return Array.isArray(kept) ? kept.filter(isWatched).slice(0, MOST_WATCHED) : [];
}

/** Things that can be watched at once. */
export const MOST_WATCHED = 100;

function isWatched(one: unknown): one is Watched {
  if (typeof one !== 'object' || one === null) return false;
  if (!('kind' in one) || typeof one.kind !== 'string' || !KINDS.has(one.kind)) return false;
  const isText = (text: unknown) => typeof text === 'string' && text.length <= LONGEST;
  return 'value' in one && isText(one.value) && 'label' in one && isText(one.label);
}
