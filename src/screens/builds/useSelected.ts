import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { TableRows } from '../../table/TableRows.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';

/** The builds that the person has selected, by id. */
export function useSelected(rows: TableRows<BuildRecord>) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE);
  const last = useRef<string | null>(null);

  const latest = useRef(rows);
  // Rows that did not change keep the callbacks of an earlier draw: these read what is shown now.
  useLayoutEffect(() => {
    latest.current = rows;
  });

  const select = useCallback((id: string, range: boolean) => {
    const shown = latest.current;
    const from = range && last.current !== null ? shown.positionOf(last.current) : null;
    const to = shown.positionOf(id);
    last.current = id;
    setSelected((before) => {
      const next = new Set(before);
      if (from !== null && to !== null) {
        for (let at = Math.min(from, to); at <= Math.max(from, to); at++) next.add(shown.keyAt(at));
      } else if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const selectAll = useCallback(() => {
    const shown = latest.current;
    setSelected((before) =>
      before.size > 0
        ? NONE
        : new Set(Array.from({ length: shown.count }, (_, at) => shown.keyAt(at))),
    );
  }, []);
  return { selected, setSelected, select, selectAll };
}

const NONE: ReadonlySet<string> = new Set();
