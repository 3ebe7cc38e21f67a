import type { QueryClient } from '@tanstack/react-query';
import { browserCopies } from '../../replica/copy/browserCopies.ts';
import { createReplica, type Replica } from '../../replica/createReplica.ts';
import { sharePages } from '../../replica/share/sharePages.ts';
import { NOTES } from '../../session/SessionState.ts';
import type { SessionStore } from '../../session/SessionStore.ts';
import { forgetPrivate } from './privateKeys.ts';
import { wipeVisits } from './visit/wipeVisits.ts';

/**
 * The replica of the session that is on: made at sign-in, kept through a refused token, handed
 * the next one, gone with all it held at sign-out.
 */
export function holdReplica(session: SessionStore, queryClient: QueryClient) {
  const listeners = new Set<() => void>();
  let replica: Replica | null = null;
  let token: string | null = null;

  const follow = () => {
    const state = session.getState();
    // The same token may come again: the API can refuse it for a while only.
    if (state.kind === 'refused') token = null;
    const current = session.token();
    if (current === null || current === token) return;
    token = current;
    if (replica) {
      replica.reauthorize(token);
      return;
    }
    replica = createReplica({
      token,
      team: state.kind === 'signed-in' ? state.team : null,
      queryClient,
      share: sharePages,
      onUnauthorized: (refused) => {
        session.refuse(refused, replica?.getState().error?.details);
      },
    });
    replica.start();
    forgetWithAccount(replica);
    for (const listener of listeners) listener();
  };

  session.onSignOut(() => {
    replica?.dispose();
    replica = null;
    token = null;
    queryClient.clear();
    forgetPrivate();
    for (const listener of listeners) listener();
    wipeVisits();
    return browserCopies.wipe();
  });
  session.subscribe(follow);
  follow();
  // What an earlier page could not remove: it broke off, or the browser refused.
  void browserCopies.tidy().catch(() => session.say(NOTES.leftovers));

  return {
    get: () => replica,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type ReplicaHolder = ReturnType<typeof holdReplica>;

/** What was kept is not of whoever signs in to another account after a refusal. */
function forgetWithAccount(replica: Replica): void {
  let { account } = replica.getState();
  replica.subscribe(() => {
    const now = replica.getState().account;
    if (now !== account) forgetPrivate();
    account = now;
  });
}
