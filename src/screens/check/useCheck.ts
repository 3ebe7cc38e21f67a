import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { type CheckedList, ListCheck } from '../../insights/check/ListCheck.ts';
import { imageNamesOf } from '../frame/insights/imageNamesOf.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useSteps } from '../frame/list/useSteps.ts';
import { workInSlices } from '../frame/list/workInSlices.ts';
import { useView } from '../frame/view/useView.ts';
import type { Draft } from './CheckDraft.ts';
import { draftOf } from './draftOf.ts';

const NO_ROWS = { order: new Uint32Array(0) };

/**
 * The list that the person checks against the whole list of builds, read and checked in slices,
 * and anew when builds or the time move on. What was found last stays until then.
 */
export function useCheck() {
  const replica = usePageReplica();
  const [{ show }] = useView();
  const store = draftOf(replica);
  const draft = useSyncExternalStore(store.subscribe, store.get);
  const { facts } = useInsight(imageNamesOf, NO_ROWS);
  const now = useSteps();
  const [found, setFound] = useState<{ of: Draft['list']; checked: CheckedList }>();
  // Work between the browser's own tasks is outside of React.
  useEffect(
    () =>
      workInSlices(
        (budgetMs) => store.work(budgetMs),
        () => undefined,
      ),
    [store, draft.text],
  );
  const { list } = draft;
  useEffect(() => {
    if (list === null || list.images.length === 0) return;
    const check = new ListCheck(facts, list.images, now);
    return workInSlices(
      (budgetMs) => check.work(budgetMs),
      () => setFound({ of: list, checked: check.result() }),
    );
  }, [facts, list, now]);
  const checked = found !== undefined && found.of === list ? found.checked : null;
  const shown = useMemo(() => {
    const all = checked?.images ?? [];
    return show === null ? all : all.filter(({ state }) => state === show);
  }, [checked, show]);
  return { store, draft, checked, show, shown, table: facts.table };
}
