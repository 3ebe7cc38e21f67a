import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Watched } from '../../../insights/watch/Watched.ts';
import type { TableRows } from '../../../table/place/TableRows.ts';
import type { VirtualTableHandle } from '../../../table/useTableHandle.ts';
import { provided } from '../../../ui/provided.ts';

/** The rows of the lens on screen, whatever they are rows of. */
export interface LensRows extends Pick<TableRows<object>, 'count' | 'keyAt' | 'positionOf'> {
  /** Opens or closes a row. */
  readonly toggle: (key: string) => void;
  /** True for a row that is about a failure. */
  readonly isFailure: (position: number) => boolean;
  /** What a row is when it is watched; left out where rows cannot be. */
  readonly watchedOf?: (key: string) => Watched;
}

/** What stands on the screen for the keys: the search, the lens's table, and the row they are about. */
export interface Stage {
  readonly search: RefObject<HTMLInputElement | null>;
  /** A lens hands its table's handle to this. */
  readonly table: RefObject<VirtualTableHandle | null>;
  /** What a lens said of its rows as it was drawn last. */
  readonly rows: RefObject<LensRows | null>;
  /** The key of the row that the keys are about. */
  readonly active: string | null;
  readonly setActive: (key: string | null) => void;
  /** The person is reading: nothing may move. */
  readonly reading: boolean;
  /** True while the person is reading, for this reason: then nothing may move. */
  readonly setReading: (reason: ReadingReason, reading: boolean) => void;
}

export type ReadingReason = 'scrolled' | 'pointer' | 'focus';

/** What stands on the screen for the keys. */
export const [StageProvider, useStage] = provided<Stage>('Stage');

/** Says what the rows of a lens are, for as long as it is shown. */
export function useLensRows(rows: LensRows): void {
  const { rows: shown } = useStage();
  // Keys come between draws: they work on what was drawn last.
  useLayoutEffect(() => {
    shown.current = rows;
    return () => {
      shown.current = null;
    };
  }, [shown, rows]);
}

/** A stage on which nothing stands yet. */
export function useNewStage(setReading: Stage['setReading'], reading: boolean): Stage {
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<VirtualTableHandle>(null);
  const rows = useRef<LensRows>(null);
  const [active, setActive] = useState<string | null>(null);
  return useMemo(
    () => ({ search, table, rows, active, setActive, setReading, reading }),
    [active, setReading, reading],
  );
}
