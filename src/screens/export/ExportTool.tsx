import { useCallback } from 'react';
import { printView } from '../../views/address/printView.ts';
import { describeView } from '../../views/describeView.ts';
import { withLens } from '../../views/editView.ts';
import { currentLens } from '../frame/lens/currentLens.ts';
import { useLenses } from '../frame/lens/useLenses.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useTicked } from '../frame/list/useTicked.ts';
import { NONE_TICKED } from '../frame/list/useTicking.ts';
import { useAddress, useView } from '../frame/view/useView.ts';
import { ExportMenu } from './ExportMenu.tsx';
import type { ExportChoice } from './exportGroups.ts';

/** The export of the table of a lens, and of the builds: what is ticked among them, else all. */
export function ExportTool() {
  const replica = usePageReplica();
  const { order } = useList();
  const { ticked } = useTicked();
  const [view] = useView();
  const lens = currentLens(useLenses(), view)?.lens;
  const address = useAddress();
  const about = (of: ExportChoice['of']) => {
    if (of === 'table' || view.lens === 'builds') {
      return { view: describeView(view), link: address.link() };
    }
    const builds = withLens(view, 'builds');
    const link = new URL(printView(builds) || '?', address.link()).href;
    return { view: describeView(builds), link };
  };
  const images = useCallback(
    async () => (await import('../frame/insights/imageNamesOf.ts')).imageNamesOf(replica),
    [replica],
  );
  return (
    <ExportMenu
      table={replica.table}
      images={images}
      order={order}
      // What is ticked belongs to the list of builds.
      ticked={lens === 'builds' ? ticked : NONE_TICKED}
      about={about}
    />
  );
}
