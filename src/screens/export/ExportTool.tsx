import { describeView } from '../../views/describeView.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useTicked } from '../frame/list/useTicked.ts';
import { useAddress, useView } from '../frame/view/useView.ts';
import { ExportMenu } from './ExportMenu.tsx';

/** The export of what is ticked, else of what is shown. */
export function ExportTool() {
  const { table } = usePageReplica();
  const { order } = useList();
  const { ticked } = useTicked();
  const [view] = useView();
  const address = useAddress();
  const about = () => ({ view: describeView(view), link: address.link() });
  return <ExportMenu table={table} order={order} ticked={ticked} about={about} />;
}
