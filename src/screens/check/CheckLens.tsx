import { useCallback, useEffect, useMemo } from 'react';
import type { CheckedImage } from '../../insights/check/ListCheck.ts';
import { makeVisible } from '../../lib/text.ts';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { VirtualTable } from '../../table/VirtualTable.tsx';
import { useLensExport } from '../frame/lens/useLensExport.ts';
import { useList } from '../frame/list/useList.ts';
import { useLensRows } from '../frame/list/useStage.ts';
import { useTableStage } from '../frame/list/useTableStage.ts';
import { CheckCard } from './CheckCard.tsx';
import type { CheckDraft } from './CheckDraft.ts';
import { CheckedDetail } from './CheckedDetail.tsx';
import { CheckInput } from './CheckInput.tsx';
import { CheckLine } from './CheckLine.tsx';
import { checkColumns } from './checkColumns.tsx';
import { checkExport } from './checkExport.ts';
import { checkRows, keyOf } from './checkRows.ts';
import { checkWords } from './checkWords.ts';
import { KeepBar } from './KeepBar.tsx';
import { readListHash } from './listLink.ts';
import { useCheck } from './useCheck.ts';

/** Of the person's own list of images: which are good, failed, active, and which were never built. */
export function CheckLens() {
  const { lines } = useList();
  const { narrow, toggle, key, props } = useTableStage();
  const { store, draft, checked, show, shown, table } = useCheck();
  useListOfLink(store);
  const complete = checked?.complete ?? false;
  const asked = `${show} ${draft.text.length} ${draft.name}`;
  // They stand in the order of the list, whatever becomes of them: there is nothing to pin.
  const rows = useMemo(
    () => checkRows(shown, draft.list?.places ?? NO_PLACES),
    [shown, draft.list],
  );
  useLensRows(
    useMemo(
      () => ({
        ...rows,
        toggle,
        isFailure: (position) => ['failed', 'never'].includes(rows.at(position).state),
      }),
      [rows, toggle],
    ),
  );
  const cells = useMemo(
    () => ({ toggle, table, complete, lines }),
    [toggle, table, complete, lines],
  );
  const columns = useMemo(() => checkColumns(cells), [cells]);
  useLensExport(useMemo(() => checkExport(cells, checked, rows), [cells, checked, rows]));
  const card = useCallback(
    (image: CheckedImage, { opened }: RowState) => (
      <CheckCard image={image} opened={opened} {...cells} />
    ),
    [cells],
  );
  const detail = useCallback(
    (image: CheckedImage) => <CheckedDetail image={image} table={table} complete={complete} />,
    [table, complete],
  );
  return (
    <>
      <div className="flex shrink-0 flex-col gap-2 px-3 pt-1 pb-2">
        <CheckInput store={store} draft={draft} />
        <KeepBar store={store} draft={draft} />
        <CheckLine draft={draft} checked={checked} show={show} />
      </div>
      <VirtualTable
        key={key}
        {...props}
        label="Images of the list"
        rows={rows}
        columns={columns}
        {...(narrow && { card })}
        passing={passingText}
        sort={NO_SORT}
        onSort={sortsNothing}
        openedContent={detail}
        resetKey={asked}
        fitKey={asked}
      >
        {rows.count === 0 && draft.text === '' && (
          <p className="p-6 text-muted">
            The list that you meant to push is the only honest total: what is good, what failed, and
            what was never built.
          </p>
        )}
        {rows.count === 0 && show !== null && checked !== null && (
          <p className="p-6 text-muted">
            No image of the list is {checkWords(show, complete).word}.
          </p>
        )}
      </VirtualTable>
    </>
  );
}

const NO_SORT: readonly never[] = [];
const NO_PLACES: ReadonlyMap<string, number> = new Map();
const sortsNothing = () => undefined;

function passingText(image: CheckedImage, column: string): string {
  return column === 'image' ? makeVisible(keyOf(image).slice(0, 120)) : '';
}

/** A list that came in the link that was opened. */
function useListOfLink(store: CheckDraft): void {
  // The address belongs to the browser; what is behind its `#` is read once and taken away.
  useEffect(() => {
    const text = readListHash(window.location.hash);
    if (text === null) return;
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', `${pathname}${search}`);
    store.read(text, '');
  }, [store]);
}
