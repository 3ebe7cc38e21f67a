import { splitTeam, withTeam } from '../../../views/address/addressPieces.ts';
import { fitsAddress } from '../../../views/address/fitsAddress.ts';

/**
 * Browsers limit how often the address may change (the strictest: 100 times in 30 s). Within this
 * many changes in this time each is written at once, so that no reload loses what was just typed;
 * past it, what is typed is written when it rests.
 */
const AT_ONCE = 25;
const WITHIN_MS = 10_000;
const SETTLE_MS = 250;

/**
 * The query part of the address as a store: the only home of view state, and beside it the team
 * whose list is meant, which no change of the view touches. What is replaced
 * applies at once and reaches the browser's address soon; what is pushed is an entry
 * in the history, so that back and forward walk views, not keystrokes.
 */
export interface Address {
  /** What it says of the view, with its `?`, or empty. */
  get(): string;
  /** The team whose list it names; null where it names none. */
  team(): string | null;
  /** Names another list, or none, in the same entry. The view stays. */
  nameTeam(team: string | null): void;
  subscribe(listener: () => void): () => void;
  /** For typing: the same entry. */
  replace(search: string): void;
  /** For opening, sorting, switching: a new entry. */
  push(search: string): void;
  /** The whole address of a view of this list, for `Copy link`; of the one shown now by default. */
  link(search?: string): string;
  /** Says what a link that is handed on says instead; null ends that. */
  linkAs(rewrite: ((search: string) => string) | null): void;
  /** The same without its origin, for what is followed in this browser. */
  href(search: string): string;
}

/** The state of an entry that was made by `push`: the one before it is of this page as well. */
export const PUSHED = 'pushed';

export function createAddress(window: Window): Address {
  const listeners = new Set<() => void>();
  let { team, rest: search } = splitTeam(window.location.search);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rewritten = (wanted: string) => wanted;

  let changes = 0;
  let since = 0;
  const mayWrite = () => {
    const now = performance.now();
    if (now - since > WITHIN_MS) [since, changes] = [now, 0];
    changes += 1;
    return changes <= AT_ONCE;
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const urlOf = (wanted: string) => `${window.location.pathname}${withTeam(wanted, team)}`;
  const settle = () => {
    clearTimeout(timer);
    timer = undefined;
    if (withTeam(search, team) === window.location.search || !fitsAddress(search)) return;
    try {
      window.history.replaceState(window.history.state, '', urlOf(search));
    } catch {
      // The browser refuses too many changes or too long an address: the view itself has applied.
    }
  };

  window.addEventListener('popstate', () => {
    clearTimeout(timer);
    timer = undefined;
    ({ team, rest: search } = splitTeam(window.location.search));
    tell();
  });
  window.addEventListener('pagehide', settle);

  return {
    get: () => search,
    team: () => team,
    nameTeam(next) {
      if (next === team) return;
      team = next;
      settle();
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replace(next) {
      if (next === search) return;
      search = next;
      clearTimeout(timer);
      if (mayWrite()) settle();
      else timer = setTimeout(settle, SETTLE_MS);
      tell();
    },
    push(next) {
      if (next === search) return;
      settle();
      search = next;
      try {
        // What is too long for an address applies all the same, and is said to be too long.
        window.history.pushState(PUSHED, '', fitsAddress(search) ? urlOf(search) : undefined);
      } catch {
        // As above: the view applies, the address stays behind.
      }
      tell();
    },
    link: (wanted = search) => `${window.location.origin}${urlOf(rewritten(wanted))}`,
    linkAs(rewrite) {
      rewritten = rewrite ?? ((wanted) => wanted);
    },
    href: (wanted) => withTeam(wanted, team) || '?',
  };
}
