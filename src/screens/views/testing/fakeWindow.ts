import type { SavedViewsWindow } from '../saved/savedViewsStore.ts';

type Storing = (key: string, value: string) => void;

/** Tabs of one browser: each hears what the others store. */
export function fakeBrowser(held: Readonly<Record<string, string>> = {}) {
  const entries = new Map(Object.entries(held));
  const tabs: { readonly listeners: ((event: StorageEvent) => void)[] }[] = [];
  return {
    entries,
    tab(refuse: Storing = () => undefined): SavedViewsWindow {
      const own = { listeners: [] as ((event: StorageEvent) => void)[] };
      tabs.push(own);
      return {
        localStorage: {
          getItem: (key) => entries.get(key) ?? null,
          setItem(key, value) {
            refuse(key, value);
            entries.set(key, value);
            const event = { key } as StorageEvent;
            for (const tab of tabs) if (tab !== own) for (const hear of tab.listeners) hear(event);
          },
        },
        addEventListener: (_, listener) => void own.listeners.push(listener),
      };
    },
  };
}

/** A window as of a browser that forbids storage: naming it throws. */
export function windowWithoutStorage(): SavedViewsWindow {
  return {
    get localStorage(): Storage {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
    addEventListener: () => undefined,
  };
}
