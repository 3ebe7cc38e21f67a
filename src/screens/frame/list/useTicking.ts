import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { TableRows } from '../../../table/place/TableRows.ts';
import type { BuildRecord } from '../../build/BuildRecord.ts';

export const NONE_TICKED: ReadonlySet<string> = new Set();

type Shown = Pick<TableRows<BuildRecord>, 'count' | 'keyAt' | 'positionOf'>;
const NOTHING: Shown = { count: 0, keyAt: () => '', positionOf: () => null };

type SetTicked = (change: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;

/** The builds that a person has marked, and how to mark others, one by one, in ranges or all. */
export function useTicking(
  rows: TableRows<BuildRecord>,
  ticked: ReadonlySet<string>,
  setTicked: SetTicked,
) {
  const last = useRef<string | null>(null);
  const latest = useRef<Shown>(rows);
  // Rows that did not change keep the callbacks of an earlier draw: these read what is shown now.
  // Those callbacks outlive the screen in the browser's memory: the builds must not.
  useLayoutEffect(() => {
    latest.current = rows;
    return () => {
      latest.current = NOTHING;
    };
  });

  const tick = useCallback(
    (id: string, range: boolean) => {
      const shown = latest.current;
      const anchor = range ? last.current : null;
      const from = anchor === null ? null : shown.positionOf(anchor);
      const to = shown.positionOf(id);
      last.current = id;
      setTicked((before) => {
        const next = new Set(before);
        // From what was let go of since, nobody means to go on.
        if (anchor !== null && before.has(anchor) && from !== null && to !== null) {
          for (let at = Math.min(from, to); at <= Math.max(from, to); at++) {
            next.add(shown.keyAt(at));
          }
        } else if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    [setTicked],
  );
  const tickAll = useCallback(() => {
    const shown = latest.current;
    setTicked((before) =>
      before.size > 0
        ? NONE_TICKED
        : new Set(Array.from({ length: shown.count }, (_, at) => shown.keyAt(at))),
    );
  }, [setTicked]);
  const replaceTicked = useCallback(
    (ids: ReadonlySet<string>) => setTicked(() => ids),
    [setTicked],
  );
  return useMemo(
    () => ({ ticked, setTicked: replaceTicked, tick, tickAll }),
    [ticked, replaceTicked, tick, tickAll],
  );
}

export type Ticking = ReturnType<typeof useTicking>;
