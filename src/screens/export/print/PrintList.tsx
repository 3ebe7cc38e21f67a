import { useList } from '../../frame/list/useList.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { useView } from '../../frame/view/useView.ts';
import { PrintTable } from './PrintTable.tsx';

/** Prints the builds of the view. */
export function PrintList() {
  const { table } = usePageReplica();
  const [view] = useView();
  const { order, loading } = useList();
  return <PrintTable table={table} order={order} view={view} loading={loading} />;
}
