import { fetchPage } from '../contract/fetchPage.ts';
import { pageFolder } from '../contract/served/pageFolder.ts';
import { NOTES } from './SessionState.ts';
import { SessionStore } from './SessionStore.ts';
import { stripTokenFromAddress } from './stripTokenFromAddress.ts';
import { parseTabMessage, type TabChannel } from './tabMessage.ts';
import { createTokenStorage, type KeyValueStore } from './tokenStorage.ts';

const CHANNEL = 'image-builds.session';

/** Two of these below one origin have an API each: what the one is told goes to no other. */
const place = () => pageFolder().slice(0, -1);

/**
 * The session of this browser tab, started. Call it before anything reads the address: a token
 * in there is removed at once.
 *
 * @param life ends what it watches: only a page that outlives its session needs it
 */
export function createBrowserSession(life?: AbortSignal): SessionStore {
  const session = new SessionStore({
    storage: createTokenStorage(
      inFolder(() => window.sessionStorage),
      inFolder(() => window.localStorage),
    ),
    channel: openChannel(),
    // Read by the sign-in alone: a session that is taken up is not kept waiting for it.
    admit: async (...asked) => (await import('./admit.ts')).admit(...asked),
    fetchPage,
    after: (ms, run) => void setTimeout(run, ms),
    newId,
  });
  session.start(cleanAddress() ? NOTES.address : null);
  const listen = { ...(life && { signal: life }) };
  const readdress = () => {
    if (cleanAddress()) session.say(NOTES.address);
  };
  const wake = (event: PageTransitionEvent) => {
    if (event.persisted) session.reread();
  };
  window.addEventListener('hashchange', readdress, listen);
  window.addEventListener('pageshow', wake, listen);
  return session;
}

function cleanAddress(): boolean {
  const { pathname } = window.location;
  const { search, hash, found } = stripTokenFromAddress(window.location);
  if (found) window.history.replaceState(window.history.state, '', pathname + search + hash);
  return found;
}

/**
 * The same store with names of this page's folder; at the root they are the plain ones. It is named
 * at each call: where storage is switched off, naming it throws already.
 */
function inFolder(store: () => KeyValueStore): KeyValueStore {
  const folder = place();
  return {
    getItem: (name) => store().getItem(name + folder),
    setItem: (name, value) => store().setItem(name + folder, value),
    removeItem: (name) => store().removeItem(name + folder),
  };
}

function openChannel(): TabChannel | null {
  try {
    const channel = new BroadcastChannel(CHANNEL + place());
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) => {
        channel.addEventListener('message', (event) => {
          const message = parseTabMessage(event.data);
          if (message) listener(message);
        });
      },
    };
  } catch {
    return null;
  }
}

/** `crypto.randomUUID` is missing where the page is served without TLS from another machine. */
function newId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join();
}
