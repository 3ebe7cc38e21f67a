import { useEffect } from 'react';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useAddress } from '../frame/view/useView.ts';
import { visitOf } from '../frame/visit/visitOf.ts';
import { linkSince } from './since/linkSince.ts';
import { WatchRunner } from './watch/WatchRunner.tsx';

/** Follows the person's coming and going, for as long as there is a list. */
export function AwayKeeper() {
  const keeper = visitOf(usePageReplica());
  const address = useAddress();
  // The page's visibility and the list are outside of React.
  useEffect(() => keeper.follow(), [keeper]);
  // What a copied link says is decided as it is copied.
  useEffect(() => {
    address.linkAs((search) => linkSince(search, keeper.mark()));
    return () => address.linkAs(null);
  }, [address, keeper]);
  return <WatchRunner />;
}
