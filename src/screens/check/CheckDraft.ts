import { type ImageList, ListReader } from '../../insights/check/ListReader.ts';

/** A list as it was pasted, typed or dropped. */
export interface Draft {
  readonly text: string;
  /** What the list is called: the name it is kept under, or its file's; empty: none. */
  readonly name: string;
  /** What was read of the text; null: it is being read. */
  readonly list: ImageList | null;
}

const NOTHING: ImageList = {
  images: [],
  places: new Map(),
  repeated: 0,
  unreadable: [],
  cut: false,
};
const EMPTY: Draft = { text: '', name: '', list: NOTHING };

/** The list that the person checks: it outlives the lens, and goes with the account. */
export class CheckDraft {
  #draft = EMPTY;
  #reader: ListReader | null = null;
  readonly #listeners = new Set<() => void>();

  readonly get = (): Draft => this.#draft;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another list; `name` says what it is called. */
  read(text: string, name = this.#draft.name): void {
    this.#reader = text.trim() === '' ? null : new ListReader(text);
    const list = this.#reader === null ? NOTHING : null;
    this.#set({ ...this.#draft, text, name, list });
  }

  call(name: string): void {
    this.#set({ ...this.#draft, name });
  }

  clear(): void {
    this.#reader = null;
    this.#set(EMPTY);
  }

  /** Reads on for at most `budgetMs` milliseconds; true when there is no more to read. */
  work(budgetMs: number): boolean {
    const reader = this.#reader;
    if (reader === null) return true;
    if (!reader.work(budgetMs)) return false;
    this.#reader = null;
    this.#set({ ...this.#draft, list: reader.list() });
    return true;
  }

  #set(draft: Draft): void {
    this.#draft = draft;
    for (const listener of this.#listeners) listener();
  }
}
