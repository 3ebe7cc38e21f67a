import { useEffect, useState } from 'react';
import { browserVisibility } from '../../../lib/surroundings.ts';
import { browserLocks, TabLeader } from '../../../lib/tabs/TabLeader.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';

/** True while this tab tells for all tabs of the same list. */
export function useLeads(): boolean {
  const replica = usePageReplica();
  const [leads, setLeads] = useState(false);
  // Other tabs are outside of React.
  useEffect(() => {
    let leader: TabLeader | null = null;
    let over = false;
    void replica.listKey().then((key) => {
      if (over) return;
      leader = new TabLeader({
        name: `image-builds.watch.${key}`,
        locks: key === null ? null : browserLocks(),
        visibility: browserVisibility,
        onChange: setLeads,
      });
    });
    return () => {
      over = true;
      leader?.end();
    };
  }, [replica]);
  return leads;
}
