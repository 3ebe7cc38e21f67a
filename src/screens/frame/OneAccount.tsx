import { Fragment, type ReactNode, useSyncExternalStore } from 'react';
import { usePageReplica } from './list/usePageReplica.ts';

/**
 * The screens of one account: with another one, after a token was refused, all of them begin
 * anew. So whatever they keep beside the rows, wherever that is, goes with the account.
 */
export function OneAccount({ children }: { readonly children: ReactNode }) {
  const replica = usePageReplica();
  const account = useSyncExternalStore(replica.subscribe, () => replica.getState().account);
  return <Fragment key={account}>{children}</Fragment>;
}
