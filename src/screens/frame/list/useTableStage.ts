import { useCallback, useMemo } from 'react';
import { COMPACT, NARROW, useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { useRem } from '../../../ui/useRem.ts';
import type { Density } from '../../../views/address/View.ts';
import { withOpen } from '../../../views/editView.ts';
import { useView } from '../view/useView.ts';
import { useStage } from './useStage.ts';

/** Heights of a row, in sizes of text. */
const ROW: Record<Density, number> = { compact: 2, comfortable: 2.5 };
const CARD = 3.75;

/**
 * What every lens's table has in common: cards where it is narrow, the rows that the view opens,
 * and what the keys and the frame hear of it. `props` and `key` are the table's.
 */
export function useTableStage(density?: Density) {
  const [view, actions] = useView();
  const stage = useStage();
  const { setReading } = stage;
  const narrow = useMediaQuery(NARROW);
  const inPage = useMediaQuery(COMPACT);
  const rem = useRem();
  const opened = useMemo(() => new Set(view.open), [view.open]);
  const toggle = useCallback(
    (key: string) => actions.push((now) => withOpen(now, key, !now.open.includes(key))),
    [actions],
  );
  const onScrolled = useCallback(
    (scrolled: boolean) => setReading('scrolled', scrolled),
    [setReading],
  );
  const lines = narrow ? CARD : ROW[density ?? view.density ?? 'compact'];
  return {
    narrow,
    toggle,
    /** The person is reading, or has a row open: nothing may move. */
    reading: stage.reading || opened.size > 0,
    /** In the page it is another table. */
    key: inPage ? 'page' : 'table',
    props: {
      inPage,
      ref: stage.table,
      rowHeight: Math.round(lines * rem),
      opened,
      onToggle: toggle,
      activeKey: stage.active,
      onActivate: stage.setActive,
      onScrolled,
      onReading: setReading,
    },
  };
}
