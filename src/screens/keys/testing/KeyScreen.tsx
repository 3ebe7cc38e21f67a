import { useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { VirtualTableHandle } from '../../../table/useTableHandle.ts';
import { withOpen } from '../../../views/editView.ts';
import { resolveView } from '../../../views/resolveView.ts';
import { createRecordCache } from '../../frame/list/recordCache.ts';
import { tableRows } from '../../frame/list/tableRows.ts';
import type { LensRows } from '../../frame/list/useStage.ts';
import { useView } from '../../frame/view/useView.ts';
import { Announcer } from '../Announcer.tsx';
import type { KeyContext } from '../build/KeyContext.ts';
import { useBuildKeys } from '../useBuildKeys.ts';

type Given = Pick<
  KeyContext,
  'replica' | 'views' | 'goToView' | 'lenses' | 'openSheet' | 'openPalette' | 'enabled'
>;

/** A screen of which only what keys work on is real: all rows are drawn, none is virtual. */
export function KeyScreen(given: Given) {
  const { table: builds } = given.replica;
  const [view, actions] = useView();
  const [active, setActive] = useState<string | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<VirtualTableHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const selector = useMemo(() => builds.newSelector(), [builds]);
  const { order } = selector.select(resolveView(view, 0), 0);
  const rows = useMemo(() => tableRows(builds, order, createRecordCache(builds)), [builds, order]);
  const lensRows = useRef<LensRows>(null);
  useImperativeHandle(lensRows, () => ({
    ...rows,
    toggle: (id) => actions.push((now) => withOpen(now, id, !now.open.includes(id))),
    isFailure: (position) => {
      const { build, errorLine } = rows.at(position);
      return build.status === 'FAILED' || errorLine !== null;
    },
  }));
  useImperativeHandle(table, () => ({
    scrollTo: () => {},
    reveal: () => undefined,
    focusRow: (position) => {
      const id = rows.keyAt(position);
      setActive(id);
      box.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
    },
  }));
  const watches = { toggle: () => true, isWatched: () => true };
  const context = {
    ...given,
    watches,
    view,
    actions,
    rows,
    order,
    lensRows,
    table,
    search,
    active,
  };
  const { showBuild } = useBuildKeys({ ...context, ticked, setTicked });
  return (
    <>
      <input type="search" aria-label="Search builds" ref={search} />
      <input type="text" aria-label="Name" />
      <button
        type="button"
        onClick={() =>
          setTicked(new Set(Array.from({ length: rows.count }, (_, at) => rows.keyAt(at))))
        }
      >
        Tick all
      </button>
      <button type="button" onClick={() => showBuild('b3')}>
        Show b3
      </button>
      <div role="table" ref={box}>
        {Array.from({ length: rows.count }, (_, position) => {
          const id = rows.keyAt(position);
          return (
            <div
              key={id}
              role="row"
              aria-label={id}
              data-row={id}
              aria-expanded={view.open.includes(id)}
              aria-selected={ticked.has(id)}
              tabIndex={-1}
              onFocus={() => setActive(id)}
            >
              <div role="cell" data-column="image">
                <button type="button">{`Button of ${id}`}</button>
              </div>
            </div>
          );
        })}
      </div>
      <Announcer />
    </>
  );
}
