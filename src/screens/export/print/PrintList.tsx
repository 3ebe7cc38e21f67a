import { usePreferredZone } from '../../../ui/dayZone.ts';
import { describeView } from '../../../views/describeView.ts';
import { zoneOf } from '../../../views/editView.ts';
import { shownLensTable } from '../../frame/lens/useLensExport.ts';
import { useList } from '../../frame/list/useList.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { useView } from '../../frame/view/useView.ts';
import { PrintedBuilds } from './PrintedBuilds.tsx';
import { PrintedRows } from './PrintedRows.tsx';
import { PrintTable } from './PrintTable.tsx';

/** Prints the table of the lens that is shown, else the builds of the view. */
export function PrintList() {
  const { table } = usePageReplica();
  const [view] = useView();
  const { order, loading } = useList();
  const zone = zoneOf(view, usePreferredZone());
  return (
    <PrintTable>
      {(now) => {
        const lens = shownLensTable();
        return lens === null ? (
          <PrintedBuilds {...{ table, order, view, zone, loading, now }} />
        ) : (
          <PrintedRows table={lens} view={describeView(view)} zone={zone} now={now} />
        );
      }}
    </PrintTable>
  );
}
