import { useCallback, useMemo } from 'react';
import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { racesOf } from '../frame/insights/racesOf.ts';
import { useLensExport } from '../frame/lens/useLensExport.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useList } from '../frame/list/useList.ts';
import { useTableStage } from '../frame/list/useTableStage.ts';
import { useView } from '../frame/view/useView.ts';
import { ImageCard } from './ImageCard.tsx';
import { ImageDetail } from './ImageDetail.tsx';
import { racesByName } from './ImageRaces.tsx';
import { ImagesLine } from './ImagesLine.tsx';
import { imageColumns } from './imageColumns.tsx';
import { imageExport } from './imageExport.ts';
import { buildsLink } from './imageLinks.ts';
import { passingImageText } from './imageWords.ts';
import { useImageActions } from './useImageActions.ts';
import { useImages } from './useImages.ts';

/** Races are true of an image whatever the filter. */
const NO_ROWS = { order: new Uint32Array(0) };

/** Is it good, and where is it: the images of the view by name. */
export function ImagesLens() {
  const [view, actions] = useView();
  const list = useList();
  const { narrow, toggle, reading, key, props } = useTableStage();
  const { facts, picked, sort, asked, pinned, rows } = useImages(list, view, reading);
  const { table, complete } = facts;
  const onSort = useImageActions(actions, rows, toggle);
  const raceFacts = useInsight(racesOf, NO_ROWS).facts;
  const races = useMemo(() => racesByName(raceFacts), [raceFacts]);
  // Another one when races come or go: rows are drawn again for it.
  const noteText = useCallback(
    ({ image }: PickedImage) => (races.has(image.code) ? 'race' : ''),
    [races],
  );
  const columns = useMemo(() => {
    const statusOf = (row: number) => table.texts.statuses.at(table.status[row] ?? 0);
    return imageColumns({ toggle, statusOf, races, complete });
  }, [toggle, table, races, complete]);
  const card = useCallback(
    (row: PickedImage, { now, opened }: RowState) => (
      <ImageCard
        row={row}
        races={races.get(row.image.code)}
        complete={complete}
        now={now}
        opened={opened}
        toggle={toggle}
      />
    ),
    [toggle, races, complete],
  );
  const detail = useCallback(
    (row: PickedImage) => (
      <ImageDetail
        row={row}
        table={table}
        races={races.get(row.image.code)}
        complete={complete}
        builds={buildsLink(view, row.image.name)}
      />
    ),
    [table, races, complete, view],
  );
  useLensExport(useMemo(() => imageExport(facts, picked, rows), [facts, picked, rows]));
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
        key={key}
        {...props}
        label="Images"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingImageText}
        timeText={noteText}
        sort={[sort]}
        onSort={onSort}
        openedContent={detail}
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
