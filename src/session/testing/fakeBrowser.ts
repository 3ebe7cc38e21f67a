import type { Build, Page } from '../../contract/build.ts';
import type { PageRequest } from '../../contract/fetchPage.ts';
import { type Admit, admit as admitByApi } from '../admit.ts';
import { SessionStore } from '../SessionStore.ts';
import { parseTabMessage, type TabChannel, type TabMessage } from '../tabMessage.ts';
import { createTokenStorage, type KeyValueStore } from '../tokenStorage.ts';

/** A storage in memory; `entries` shows what it holds. */
export function memoryStorage(): KeyValueStore & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

/** A storage that keeps nothing. */
export const NO_STORE: KeyValueStore = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

/** A storage as of a browser that forbids it: every call throws. */
export function brokenStorage(): KeyValueStore {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  return { getItem: refuse, setItem: refuse, removeItem: refuse };
}

/** A storage that reads and forgets, but has no room left. */
export function fullStorage(): KeyValueStore {
  const store = memoryStorage();
  return {
    ...store,
    setItem: () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    },
  };
}

/** A page with these builds, as the API answers. */
export function pageOf(...ids: readonly string[]): Page {
  const builds = ids.map(buildOf);
  return {
    total: builds.length,
    offset: 0,
    limit: 1,
    status: null,
    builds,
    received: builds.length,
    unreadable: [],
  };
}

function buildOf(id: string): Build {
  return {
    id,
    imageName: 'app',
    imageTag: 'v1',
    status: 'COMPLETED',
    createdAt: '2026-11-20T09:00:00',
    startedAt: null,
    completedAt: null,
    artifacts: null,
  };
}

export interface TabParts {
  readonly tab?: KeyValueStore;
  readonly channel?: boolean;
  readonly fetchPage?: (request: PageRequest) => Promise<Page>;
  readonly admit?: Admit;
}

/** One browser with a device storage, in which tabs can be opened; time passes when told to. */
export function fakeBrowser(device: KeyValueStore = memoryStorage()) {
  const channels = new Set<{ hear: ((message: TabMessage) => void) | null }>();
  const said: TabMessage[] = [];
  const timers: { due: number; run: () => void }[] = [];
  let now = 0;
  let ids = 0;

  const openChannel = (): TabChannel => {
    const own: { hear: ((message: TabMessage) => void) | null } = { hear: null };
    channels.add(own);
    return {
      post: (message) => {
        said.push(message);
        const heard = parseTabMessage(message);
        if (heard === null) return;
        for (const other of channels) if (other !== own) other.hear?.(heard);
      },
      listen: (listener) => {
        own.hear = listener;
      },
    };
  };

  return {
    device,
    said,

    /** Something on this origin that can speak on the channel. */
    voice: openChannel,

    /** A tab whose page is loaded but whose session is not started. */
    open({
      tab = memoryStorage(),
      channel = true,
      fetchPage = async () => pageOf('b1'),
      admit = admitByApi,
    }: TabParts = {}) {
      return new SessionStore({
        storage: createTokenStorage(tab, device),
        channel: channel ? openChannel() : null,
        admit,
        fetchPage,
        after: (ms, run) => void timers.push({ due: now + ms, run }),
        newId: () => `id-${++ids}`,
      });
    },

    pass(ms: number) {
      now += ms;
      for (const timer of timers.splice(0)) {
        if (timer.due <= now) timer.run();
        else timers.push(timer);
      }
    },
  };
}
