import { useCallback, useMemo } from 'react';
import type { ErrorExcerpts } from '../build/ErrorExcerpts.ts';
import { useList } from '../frame/list/useList.ts';
import { useTicked } from '../frame/list/useTicked.ts';
import { useView } from '../frame/view/useView.ts';
import { withMark } from './BecameMark.tsx';
import { buildColumns } from './columns.tsx';
import { shownColumns } from './shownColumns.ts';
import { clampWidth, useTablePreferences } from './tablePreferences.ts';

/** The columns as the address, or else the person, wants them. */
export function useBuildColumns(toggle: (id: string) => void, excerpts: ErrorExcerpts | null) {
  const [view] = useView();
  const { rows } = useList();
  const [preferences, setPreferences] = useTablePreferences();
  const { ticked, tick, tickAll } = useTicked();
  const all = useMemo(
    () => buildColumns({ toggle, excerpts, ticked, tick, tickAll, shown: rows.count }),
    [toggle, excerpts, ticked, tick, tickAll, rows.count],
  );
  const shown = view.columns ?? preferences.columns;
  const columns = useMemo(
    () => withMark(shownColumns(all, shown, preferences.widths)),
    [all, shown, preferences.widths],
  );
  const resize = useCallback(
    (column: string, width: number) =>
      setPreferences({
        ...preferences,
        widths: new Map(preferences.widths).set(column, clampWidth(width)),
      }),
    [preferences, setPreferences],
  );
  return { columns, resize };
}
