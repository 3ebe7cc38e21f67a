import type { Page } from '../../contract/build.ts';
import type { PageRequest } from '../../contract/fetchPage.ts';
import { HANDOVER_MS } from '../SessionState.ts';
import type { SessionStore } from '../SessionStore.ts';
import type { fakeBrowser, TabParts } from './fakeBrowser.ts';

/** An API that answers when it is told to. */
export function slowApi() {
  const calls: (PageRequest & {
    readonly answer: (page: Page) => void;
    readonly fail: (error: unknown) => void;
  })[] = [];
  const fetchPage = (request: PageRequest) =>
    new Promise<Page>((answer, fail) => void calls.push({ ...request, answer, fail }));
  return { calls, fetchPage };
}

/** A tab that has asked the others and settled. */
export function started(
  browser: ReturnType<typeof fakeBrowser>,
  parts: TabParts = {},
): SessionStore {
  const session = browser.open(parts);
  session.start();
  browser.pass(HANDOVER_MS);
  return session;
}

/** A tab that is signed in. */
export async function signedIn(
  browser: ReturnType<typeof fakeBrowser>,
  token = 't1',
  parts?: TabParts,
) {
  const session = started(browser, parts);
  await session.signIn(token, false);
  return session;
}

/** The token of a session, null where it has none. */
export const tokenOf = (session: SessionStore) => session.token();

/** The state of a session and its token, to look at both at once. */
export const withToken = (session: SessionStore) => ({
  ...session.getState(),
  token: session.token(),
});
