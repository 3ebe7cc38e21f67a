import { useCallback, useMemo } from 'react';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { COMPACT, NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useRem } from '../../ui/useRem.ts';
import { LENS_SORTS } from '../../views/address/View.ts';
import { withLensSort, withOpen } from '../../views/editView.ts';
import { useList } from '../frame/list/useList.ts';
import { useLensRows, useStage } from '../frame/list/useStage.ts';
import { useView } from '../frame/view/useView.ts';
import { ErrorsLine } from './ErrorsLine.tsx';
import { GroupCard } from './GroupCard.tsx';
import { GroupDetail } from './GroupDetail.tsx';
import type { GroupRow } from './GroupRow.ts';
import { groupColumns } from './groupColumns.tsx';
import { passingGroupText } from './groupWords.ts';
import { useMutedCauses } from './mutedCauses.ts';
import { nextSort, USUAL_SORT } from './sortGroups.ts';
import { useErrors } from './useErrors.ts';

/** Heights, in the page's size of text. */
const ROW = { compact: 2, comfortable: 2.5 };
const CARD = 3.75;

/** What broke: the failed artifacts of the view by cause. */
export function ErrorsLens() {
  const [view, actions] = useView();
  const list = useList();
  const stage = useStage();
  const { setReading } = stage;
  const narrow = useMediaQuery(NARROW);
  const inPage = useMediaQuery(COMPACT);
  const rem = useRem();
  const [muted, mute] = useMutedCauses();
  const opened = useMemo(() => new Set(view.open), [view.open]);
  const reading = stage.reading || opened.size > 0;
  const { facts, picked, sort, asked, pinned, rows } = useErrors(list, view, muted, reading);
  const toggle = useCallback(
    (key: string) => actions.push((now) => withOpen(now, key, !now.open.includes(key))),
    [actions],
  );
  const columns = useMemo(() => groupColumns(toggle), [toggle]);
  const onSort = useCallback(
    (name: string) => {
      const column = LENS_SORTS.errors.find((one) => one === name);
      if (column === undefined) return;
      actions.push((now) => withLensSort(now, nextSort(now.lensSort ?? USUAL_SORT, column)));
    },
    [actions],
  );
  const card = useCallback(
    (row: GroupRow, { now, opened }: RowState) => (
      <GroupCard row={row} now={now} opened={opened} toggle={toggle} />
    ),
    [toggle],
  );
  const detail = useCallback((row: GroupRow) => <GroupDetail row={row} onMute={mute} />, [mute]);
  useLensRows(useMemo(() => ({ ...rows, toggle, isFailure: () => true }), [rows, toggle]));
  const onScrolled = useCallback(
    (scrolled: boolean) => setReading('scrolled', scrolled),
    [setReading],
  );
  return (
    <>
      <ErrorsLine facts={facts} picked={picked} moved={pinned.moved} onShow={pinned.show} />
      <VirtualTable
        key={inPage ? 'page' : 'table'}
        inPage={inPage}
        ref={stage.table}
        label="Error groups"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingGroupText}
        rowHeight={Math.round((narrow ? CARD : ROW[view.density ?? 'compact']) * rem)}
        sort={[sort]}
        onSort={onSort}
        opened={opened}
        onToggle={toggle}
        openedContent={detail}
        rowClass={mutedClass}
        activeKey={stage.active}
        onActivate={stage.setActive}
        onScrolled={onScrolled}
        onReading={setReading}
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
