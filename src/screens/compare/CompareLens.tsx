import { useCallback, useMemo } from 'react';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { useLensExport } from '../frame/lens/useLensExport.ts';
import { useLensRows } from '../frame/list/useStage.ts';
import { useTableStage } from '../frame/list/useTableStage.ts';
import { ChangeCard } from './ChangeCard.tsx';
import { ChangeDetail } from './ChangeDetail.tsx';
import { CompareBar } from './CompareBar.tsx';
import { CompareCauses } from './CompareCauses.tsx';
import { CompareFigures } from './CompareFigures.tsx';
import { CompareImages } from './CompareImages.tsx';
import { changeColumns, passingChangeText } from './changeColumns.tsx';
import { type ChangeRow, changeRows } from './changeRows.ts';
import { compareExport } from './compareExport.ts';
import { compareLinks } from './compareLinks.ts';
import { useCompare } from './useCompare.ts';

const SORT = [] as const;
const noSort = () => undefined;

/** What differs between two windows, or two pushes: paired by image. */
export function CompareLens() {
  const seen = useCompare();
  const { view, settled, picked, facts, causes, complete, asked } = seen;
  const { narrow, toggle, key, props } = useTableStage();
  const { table } = facts;
  const rows = useMemo(() => changeRows(table, picked?.compared.images ?? []), [table, picked]);
  const links = useMemo(
    () => (settled === undefined ? null : compareLinks(view, settled, picked?.pushes ?? null)),
    [view, settled, picked],
  );
  const columns = useMemo(() => changeColumns(toggle), [toggle]);
  const card = useCallback(
    (row: ChangeRow, { opened }: RowState) => (
      <ChangeCard row={row} opened={opened} toggle={toggle} />
    ),
    [toggle],
  );
  const detail = useCallback(
    (row: ChangeRow) => links && <ChangeDetail row={row} table={table} links={links} />,
    [table, links],
  );
  useLensRows(
    useMemo(
      () => ({ ...rows, toggle, isFailure: (at) => rows.at(at).change !== 'newly-good' }),
      [rows, toggle],
    ),
  );
  useLensExport(useMemo(() => compareExport(seen, rows), [seen, rows]));
  return (
    <>
      <CompareBar seen={seen} />
      {picked !== null && links !== null && (
        <div className="flex max-h-[45vh] shrink-0 flex-wrap overflow-y-auto compact:max-h-none gap-x-10 gap-y-3 px-3 pb-2 text-sm print:hidden">
          <CompareFigures compared={picked.compared} links={links} />
          <CompareImages images={picked.compared.images} links={links} complete={complete} />
          <CompareCauses causes={causes} links={links} complete={complete} />
        </div>
      )}
      <VirtualTable
        key={key}
        {...props}
        label="Images that changed"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingChangeText}
        sort={SORT}
        onSort={noSort}
        openedContent={detail}
        resetKey={asked}
        fitKey={asked}
      >
        {picked !== null && rows.count === 0 && (
          <p className="p-6 text-muted">
            No image is newly broken, newly good or still broken{complete ? '' : ' so far'}.
          </p>
        )}
      </VirtualTable>
    </>
  );
}
