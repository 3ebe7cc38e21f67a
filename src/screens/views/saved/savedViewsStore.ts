import { reduceSavedViews, type SavedViewsAction } from '../../../views/saved/reduceSavedViews.ts';
import { NO_SAVED_VIEWS, type SavedViews } from '../../../views/saved/SavedViews.ts';
import { parseSavedViews, printSavedViews } from '../../../views/saved/savedViewsFile.ts';
import { SAVED_VIEWS_KEY, UNREAD_KEY } from './keptKeys.ts';

/** The part of a window that the store needs; reaching its storage may throw. */
export interface SavedViewsWindow {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  addEventListener(type: 'storage', listener: (event: StorageEvent) => void): void;
}

/** The zone that the person wants days in. */
export interface DayZone {
  get(): string;
  subscribe(listener: () => void): void;
}

const IN_UTC: DayZone = { get: () => 'UTC', subscribe: () => {} };

/** A new object for each change. */
export interface KeptViews {
  readonly state: SavedViews;
  /** Why what is seen is not what is kept on this device, in a sentence; null when it is. */
  readonly problem: string | null;
  /** The name of the view that was opened or saved last in this tab. */
  readonly chosen: string | null;
}

export interface SavedViewsStore {
  get(): KeptViews;
  subscribe(listener: () => void): () => void;
  dispatch(action: SavedViewsAction): void;
  dismissProblem(): void;
}

/**
 * The person's saved views, kept on this device and the same in all of its tabs. Where storage
 * is switched off or full they last until the page is closed. A kept text that cannot be read is
 * set aside, not lost. Never throws.
 */
export function createSavedViewsStore(
  window: SavedViewsWindow,
  zone: DayZone = IN_UTC,
): SavedViewsStore {
  const listeners = new Set<() => void>();
  let kept: KeptViews = {
    state: { ...NO_SAVED_VIEWS, zone: zone.get() },
    problem: null,
    chosen: null,
  };
  /** What storage held when it was last read or written. */
  let text: string | null = null;
  let isWhole = true;

  const show = (next: KeptViews) => {
    kept = next;
    for (const listener of listeners) listener();
  };

  const read = () => {
    const held = getText(window);
    if (held === text) return;
    text = held;
    const { state, problems } =
      held === null ? { state: NO_SAVED_VIEWS, problems: [] } : parseSavedViews(held);
    isWhole = problems.length === 0;
    // A deletion can be undone in the tab where it was done.
    show({
      ...kept,
      state: { ...state, zone: zone.get(), removed: kept.state.removed },
      problem: isWhole ? null : `Not every saved view could be read: ${problems.join(' ')}`,
    });
  };

  const write = (state: SavedViews): string | null => {
    const next = printSavedViews(state, true);
    try {
      if (!isWhole && text !== null) window.localStorage.setItem(UNREAD_KEY, text);
      window.localStorage.setItem(SAVED_VIEWS_KEY, next);
    } catch {
      return 'This browser keeps nothing more: changes to your views last until the page is closed.';
    }
    text = next;
    isWhole = true;
    return null;
  };

  read();
  zone.subscribe(() => show({ ...kept, state: { ...kept.state, zone: zone.get() } }));
  window.addEventListener('storage', (event) => {
    if (event.key === SAVED_VIEWS_KEY || event.key === null) read();
  });

  return {
    get: () => kept,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(action) {
      // What another tab has written may not have been heard of yet.
      read();
      const state = reduceSavedViews(kept.state, action);
      if (state === kept.state) return;
      const failure = write(state);
      // That a view was opened is noted unasked: no reason to speak, nor to fall silent.
      const quiet = action.kind === 'open';
      const chosen = quiet || action.kind === 'save' ? action.name : kept.chosen;
      show({ state, problem: quiet ? kept.problem : failure, chosen });
    },
    dismissProblem() {
      if (kept.problem !== null) show({ ...kept, problem: null });
    },
  };
}

function getText(window: SavedViewsWindow): string | null {
  try {
    return window.localStorage.getItem(SAVED_VIEWS_KEY);
  } catch {
    return null;
  }
}
