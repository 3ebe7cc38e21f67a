import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useTicked } from '../frame/list/useTicked.ts';
import { ExportMenu } from './ExportMenu.tsx';

/** The export of what is ticked, else of what is shown. */
export function ExportTool() {
  const { store } = usePageReplica();
  const { order } = useList();
  const { ticked } = useTicked();
  return <ExportMenu store={store} order={order} ticked={ticked} />;
}
