import {
  MOST_WATCHED,
  readWatched,
  type Watched,
  watchedKey,
} from '../../../insights/watch/Watched.ts';
import type { TabLine } from '../../../lib/tabs/TabLine.ts';

/** What was told last, in words. */
export interface WatchNews {
  readonly title: string;
  readonly body: string;
  /** As long as a browser's tab has room for. */
  readonly short: string;
  /** By the API's clock, milliseconds since the epoch. */
  readonly at: number;
  /** The person has looked at it. */
  readonly read: boolean;
}

/** What is watched in a list, by a person in all tabs of one account. */
export interface WatchState {
  /** Counts up with each change that a person makes: of two tabs the higher one counts. */
  readonly revision: number;
  readonly watched: readonly Watched[];
  /** The person asked for notifications of the desktop. */
  readonly notify: boolean;
  /** The API's clock when what is watched was last looked at; null: never. Milliseconds. */
  readonly seenAt: number | null;
  /** What was told last, in whichever tab. */
  readonly news: WatchNews | null;
}

const NOTHING_WATCHED: WatchState = {
  revision: 0,
  watched: [],
  notify: false,
  seenAt: null,
  news: null,
};

export interface WatchListParts {
  /** Names the list; null where it has no name. Another one with another token. */
  readonly listKey: () => Promise<string | null>;
  /** Null where the browser has none: then each tab is on its own. */
  readonly open: (key: string) => TabLine | null;
  /** What is kept over a reload, for as long as the tab lives. */
  readonly load: (key: string) => unknown;
  readonly save: (key: string, state: WatchState) => void;
}

/** The one list of what is watched: the same in every tab of an account, gone at sign-out. */
export class WatchList {
  readonly #parts: WatchListParts;
  readonly #listeners = new Set<() => void>();
  #state = NOTHING_WATCHED;
  #key: string | null = null;
  #channel: TabLine | null = null;

  constructor(parts: WatchListParts) {
    this.#parts = parts;
  }

  readonly get = (): WatchState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the other tabs until the result is called. */
  readonly follow = (): (() => void) => {
    let over = false;
    let unlisten = () => {};
    void this.#parts.listKey().then((key) => {
      if (over || key === null) return;
      this.#key = key;
      this.#take(readWatchState(this.#parts.load(key)), false);
      this.#channel = this.#parts.open(key);
      unlisten = this.#channel?.listen((message) => this.#hear(message)) ?? unlisten;
      this.#channel?.post({ type: 'ask' });
    });
    return () => {
      over = true;
      unlisten();
      this.#channel = null;
    };
  };

  readonly isWatched = (thing: Pick<Watched, 'kind' | 'value'>): boolean =>
    this.#state.watched.some((one) => watchedKey(one) === watchedKey(thing));

  /** Watches it, or no more. False where that are too many already. */
  readonly toggle = (thing: Watched): boolean => {
    const others = this.#state.watched.filter((one) => watchedKey(one) !== watchedKey(thing));
    const wasWatched = others.length < this.#state.watched.length;
    if (!wasWatched && others.length >= MOST_WATCHED) return false;
    this.#change({ watched: wasWatched ? others : [...others, thing] });
    return true;
  };

  readonly clear = (): void => this.#change({ watched: [] });

  readonly setNotify = (notify: boolean): void => this.#change({ notify });

  /** What is watched was looked at, and told, up to here. */
  readonly saw = (seenAt: number): void => {
    if (seenAt <= (this.#state.seenAt ?? -Infinity)) return;
    this.#set({ ...this.#state, seenAt });
    this.#channel?.post({ type: 'seen', seenAt });
  };

  /** Something was told; every tab shows it. */
  readonly tell = (news: WatchNews): void => {
    this.#set({ ...this.#state, news });
    this.#channel?.post({ type: 'news', news });
  };

  /** The person has looked at what was told. */
  readonly markRead = (): void => {
    const { news } = this.#state;
    if (news !== null && !news.read) this.tell({ ...news, read: true });
  };

  #change(part: Partial<WatchState>): void {
    const { revision } = this.#state;
    this.#set({ ...this.#state, ...part, revision: revision + 1 });
    this.#channel?.post({ type: 'state', state: this.#state });
  }

  #hear(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('type' in message)) return;
    if (message.type === 'ask') {
      if (this.#state.revision > 0) this.#channel?.post({ type: 'state', state: this.#state });
    } else if (message.type === 'state' && 'state' in message) {
      this.#take(readWatchState(message.state), true);
    } else if (message.type === 'news' && 'news' in message) {
      const news = readNews(message.news);
      if (news !== null) this.#set({ ...this.#state, news });
    } else if (message.type === 'seen' && 'seenAt' in message) {
      const { seenAt } = message;
      if (typeof seenAt !== 'number' || seenAt <= (this.#state.seenAt ?? -Infinity)) return;
      this.#set({ ...this.#state, seenAt });
    }
  }

  /** Takes what is newer than what is here. */
  #take(state: WatchState | null, save: boolean): void {
    if (state === null || state.revision <= this.#state.revision) return;
    const seenAt = Math.max(state.seenAt ?? -Infinity, this.#state.seenAt ?? -Infinity);
    this.#set({ ...state, seenAt: seenAt === -Infinity ? null : seenAt }, save);
  }

  #set(state: WatchState, save = true): void {
    this.#state = state;
    if (save && this.#key !== null) this.#parts.save(this.#key, state);
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Reads what was kept or sent; null where it is none. */
function readWatchState(kept: unknown): WatchState | null {
  if (typeof kept !== 'object' || kept === null) return null;
  if (!('revision' in kept) || typeof kept.revision !== 'number') return null;
  return {
    revision: kept.revision,
    watched: readWatched('watched' in kept ? kept.watched : null),
    notify: 'notify' in kept && kept.notify === true,
    seenAt: 'seenAt' in kept && typeof kept.seenAt === 'number' ? kept.seenAt : null,
    news: readNews('news' in kept ? kept.news : null),
  };
}

function readNews(kept: unknown): WatchNews | null {
  if (typeof kept !== 'object' || kept === null) return null;
  if (!('title' in kept) || typeof kept.title !== 'string') return null;
  if (!('body' in kept) || typeof kept.body !== 'string') return null;
  if (!('short' in kept) || typeof kept.short !== 'string') return null;
  if (!('at' in kept) || typeof kept.at !== 'number') return null;
  const { title, body, short, at } = kept;
  return { title, body, short, at, read: 'read' in kept && kept.read === true };
}
