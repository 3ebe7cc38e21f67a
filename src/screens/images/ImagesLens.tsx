import { useCallback, useMemo } from 'react';
import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { COMPACT, NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useRem } from '../../ui/useRem.ts';
import { LENS_SORTS } from '../../views/address/View.ts';
import { withLensSort, withOpen } from '../../views/editView.ts';
import { usePinnedKeys } from '../frame/lens/usePinnedKeys.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { useLensRows, useStage } from '../frame/list/useStage.ts';
import { useView } from '../frame/view/useView.ts';
import { ImageCard } from './ImageCard.tsx';
import { ImageDetail } from './ImageDetail.tsx';
import { ImagesLine } from './ImagesLine.tsx';
import { imageColumns } from './imageColumns.tsx';
import { buildsLink } from './imageLinks.ts';
import { imageNamesOf } from './imageNamesOf.ts';
import { imageRows } from './imageRows.ts';
import { passingImageText } from './imageWords.ts';
import { nextSort, sortImages, USUAL_SORT } from './sortImages.ts';
import { useRateRows } from './useRateRows.ts';

/** Heights, in the page's size of text. */
const ROW = { compact: 2, comfortable: 2.5 };
const CARD = 3.75;

/** Is it good, and where is it: the images of the view by name. */
export function ImagesLens() {
  const [view, actions] = useView();
  const list = useList();
  const stage = useStage();
  const { setReading } = stage;
  const narrow = useMediaQuery(NARROW);
  const inPage = useMediaQuery(COMPACT);
  const rem = useRem();
  const { facts, picked } = useInsight(imageNamesOf, list.selection, useRateRows(list));
  const { table, complete } = facts;
  const sort = view.lensSort ?? USUAL_SORT;
  const fresh = useMemo(() => sortImages(picked.images, sort), [picked, sort]);
  const asked = `${list.key} ${sort.column} ${sort.descending}`;
  const opened = useMemo(() => new Set(view.open), [view.open]);
  const reading = stage.reading || opened.size > 0;
  const pinned = usePinnedKeys(
    useMemo(() => fresh.map(({ image }) => image.name), [fresh]),
    asked,
    reading && !list.loading && picked.unread === 0,
  );
  const rows = useMemo(() => imageRows(fresh, pinned.keys), [fresh, pinned.keys]);
  const toggle = useCallback(
    (key: string) => actions.push((now) => withOpen(now, key, !now.open.includes(key))),
    [actions],
  );
  const columns = useMemo(() => {
    const statusOf = (row: number) => table.texts.statuses.at(table.status[row] ?? 0);
    return imageColumns({ toggle, statusOf, complete });
  }, [toggle, table, complete]);
  const onSort = useCallback(
    (name: string) => {
      const column = LENS_SORTS.images.find((one) => one === name);
      if (column === undefined) return;
      actions.push((now) => withLensSort(now, nextSort(now.lensSort ?? USUAL_SORT, column)));
    },
    [actions],
  );
  const card = useCallback(
    (row: PickedImage, { now, opened }: RowState) => (
      <ImageCard row={row} complete={complete} now={now} opened={opened} toggle={toggle} />
    ),
    [toggle, complete],
  );
  const detail = useCallback(
    (row: PickedImage) => (
      <ImageDetail
        row={row}
        table={table}
        complete={complete}
        builds={buildsLink(view, row.image.name)}
      />
    ),
    [table, complete, view],
  );
  useLensRows(
    useMemo(
      () => ({
        ...rows,
        toggle,
        isFailure: (position) => rows.at(position).image.brokenSince !== null,
      }),
      [rows, toggle],
    ),
  );
  const onScrolled = useCallback(
    (scrolled: boolean) => setReading('scrolled', scrolled),
    [setReading],
  );
  return (
    <>
      <ImagesLine
        facts={facts}
        picked={picked}
        rows={list.selection.order}
        moved={pinned.moved}
        onShow={pinned.show}
      />
      <VirtualTable
        key={inPage ? 'page' : 'table'}
        inPage={inPage}
        ref={stage.table}
        label="Images"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingImageText}
        rowHeight={Math.round((narrow ? CARD : ROW[view.density ?? 'compact']) * rem)}
        sort={[sort]}
        onSort={onSort}
        opened={opened}
        onToggle={toggle}
        openedContent={detail}
        activeKey={stage.active}
        onActivate={stage.setActive}
        onScrolled={onScrolled}
        onReading={setReading}
        resetKey={asked}
        fitKey={list.key}
      >
        {rows.count === 0 && !list.loading && picked.unread === 0 && (
          <p className="p-6 text-muted">No image here: the filter lets no build through.</p>
        )}
      </VirtualTable>
    </>
  );
}
