import { useMemo } from 'react';
import type { ErrorLines } from '../../../list/ErrorLines.ts';
import type { Selection } from '../../../list/Selection.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import type { ReplicaState } from '../../../replica/ReplicaState.ts';
import { searchAhead } from '../../../replica/select/searchAhead.ts';
import type { TextHits } from '../../../replica/text/TextHits.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView, type View } from '../../../views/address/View.ts';
import { resolveView } from '../../../views/resolveView.ts';
import type { Filter } from '../../../views/terms/Filter.ts';
import { useMarks } from './useMarks.ts';
import { useSteps } from './useSteps.ts';

/** Looks for what a filter asks for before it is that of the view. */
export interface SearchAhead {
  /** True when the builds of a filter can be drawn without a long search. */
  readonly isPrepared: (filter: Filter) => boolean;
  readonly prepare: (filter: Filter) => void;
  /** What was searched last: a letter more is found at once where its next letters are read. */
  readonly searched: () => readonly TextHits[];
}

/**
 * The builds that the view selects, in its order, with counts; anew when builds, time or marks
 * move on. Sorted by Error they stand by `lines`. `pending` while a mark that the view names is not known yet.
 * `ahead` looks for what a filter asks for before it is that of the view.
 */
export function useSelection(
  replica: Replica,
  state: ReplicaState,
  view: View,
  lines: ErrorLines | null = null,
) {
  const now = useSteps();
  const { table } = replica;
  const selector = useMemo(() => table.newSelector(), [table]);
  const searches = useMemo(() => searchAhead(selector), [selector]);
  const key = printView(makeView({ filter: view.filter, zone: view.zone, sort: view.sort }));
  // The view is another object for each address: its filter and order decide, spelled out.
  const query = useMemo(() => resolveView(view, now), [key, now]);
  const { marks, pending } = useMarks(query, replica, state.version, now);
  const selection: Selection = useMemo(
    () => selector.select(query, now, marks, lines),
    [selector, query, now, marks, lines, state.version],
  );
  const { zone } = view;
  const ahead: SearchAhead = useMemo(() => {
    const clausesOf = (filter: Filter) => resolveView(makeView({ filter, zone }), now).clauses;
    return {
      isPrepared: (filter) => searches.isPrepared(clausesOf(filter)),
      prepare: (filter) => searches.prepare(clausesOf(filter), now),
      searched: () => selector.searches.recent,
    };
  }, [selector, searches, zone, now]);
  return { selection, key, pending, clauses: query.clauses, ahead };
}
