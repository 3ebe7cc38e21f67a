/** What a person chose, kept on this device. */
export interface KeptChoice<T> {
  readonly get: () => T;
  readonly set: (choice: T) => void;
  /** Hears of the choice, made here or in another tab. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface KeptChoiceOptions<T> {
  readonly key: string;
  /** Reads what was kept, in whatever state it is; null when nothing was, or there is no storage. */
  readonly parse: (kept: string | null) => T;
  /** What is kept of a choice; null keeps nothing. */
  readonly print: (choice: T) => string | null;
  /** False where another tab's choice would move what is read in this one. */
  readonly follows?: boolean;
}

/** A choice by its key; a browser without storage, or with a full one, keeps it for this page only. */
export function keptChoice<T>({
  key,
  parse,
  print,
  follows = true,
}: KeptChoiceOptions<T>): KeptChoice<T> {
  const listeners = new Set<() => void>();
  let current: { readonly choice: T } | undefined;
  const read = () => {
    try {
      return parse(localStorage.getItem(key));
    } catch {
      return parse(null);
    }
  };
  return {
    get: () => {
      current ??= { choice: read() };
      return current.choice;
    },
    set: (choice) => {
      current = { choice };
      try {
        const kept = print(choice);
        if (kept === null) localStorage.removeItem(key);
        else localStorage.setItem(key, kept);
      } catch {
        // It lasts until the page is closed.
      }
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      const heard = (event: StorageEvent) => {
        if (event.key !== key && event.key !== null) return;
        current = undefined;
        listener();
      };
      listeners.add(listener);
      if (follows) window.addEventListener('storage', heard);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', heard);
      };
    },
  };
}
