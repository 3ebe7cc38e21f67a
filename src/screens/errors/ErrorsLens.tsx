import { useCallback, useMemo } from 'react';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { useLensExport } from '../frame/lens/useLensExport.ts';
import { useLensSort } from '../frame/lens/useLensSort.ts';
import { useList } from '../frame/list/useList.ts';
import { useLensRows } from '../frame/list/useStage.ts';
import { useTableStage } from '../frame/list/useTableStage.ts';
import { useView } from '../frame/view/useView.ts';
import { ErrorsLine } from './ErrorsLine.tsx';
import { GroupCard } from './GroupCard.tsx';
import { GroupDetail } from './GroupDetail.tsx';
import type { GroupRow } from './GroupRow.ts';
import { groupColumns } from './groupColumns.tsx';
import { groupExport } from './groupExport.ts';
import { passingGroupText } from './groupWords.ts';
import { useMutedCauses } from './mutedCauses.ts';
import { ORDER } from './sortGroups.ts';
import { useErrors } from './useErrors.ts';
import { watchedCause } from './watchedCause.ts';

/** What broke: the failed artifacts of the view by cause. */
export function ErrorsLens() {
  const [view, actions] = useView();
  const list = useList();
  const { narrow, toggle, reading, key, props } = useTableStage();
  const [muted, mute] = useMutedCauses();
  const { facts, picked, sort, asked, pinned, rows } = useErrors(list, view, muted, reading);
  const columns = useMemo(() => groupColumns(toggle), [toggle]);
  const onSort = useLensSort(actions, ORDER);
  const card = useCallback(
    (row: GroupRow, { now, opened }: RowState) => (
      <GroupCard row={row} now={now} opened={opened} toggle={toggle} />
    ),
    [toggle],
  );
  const detail = useCallback((row: GroupRow) => <GroupDetail row={row} onMute={mute} />, [mute]);
  useLensRows(
    useMemo(
      () => ({
        ...rows,
        toggle,
        isFailure: () => true,
        watchedOf: (key) => watchedCause(rows.at(rows.positionOf(key) ?? 0).group),
      }),
      [rows, toggle],
    ),
  );
  useLensExport(useMemo(() => groupExport(facts, picked, rows), [facts, picked, rows]));
  return (
    <>
      <ErrorsLine facts={facts} picked={picked} moved={pinned.moved} onShow={pinned.show} />
      <VirtualTable
        key={key}
        {...props}
        label="Error groups"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingGroupText}
        sort={[sort]}
        onSort={onSort}
        openedContent={detail}
        rowClass={mutedClass}
        resetKey={asked}
        fitKey={list.key}
      >
        {rows.count === 0 && !list.loading && facts.unread === 0 && (
          <p className="p-6 text-muted">
            Nothing failed here: no build that the filter lets through has a failed artifact.
          </p>
        )}
      </VirtualTable>
    </>
  );
}

const mutedClass = ({ muted }: GroupRow) => (muted ? 'text-muted opacity-70' : '');
