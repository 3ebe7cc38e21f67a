import { type ReactNode, useCallback, useMemo } from 'react';
import { parseView } from '../../views/address/parseView.ts';
import { listSavedViews, type SavedView } from '../../views/saved/SavedViews.ts';
import { useView } from '../frame/view/useView.ts';
import { useSavedViews } from './saved/useSavedViews.ts';

export type GoToView = (view: Pick<SavedView, 'name' | 'search'>) => void;

export interface NamedViewsProps {
  readonly children: (views: readonly SavedView[], goToView: GoToView) => ReactNode;
}

/** Hands the views that can be gone to, and the way to them, to what draws them elsewhere. */
export function NamedViews({ children }: NamedViewsProps) {
  const [, actions] = useView();
  const { state, dispatch } = useSavedViews();
  const views = useMemo(() => listSavedViews(state), [state]);
  const goToView: GoToView = useCallback(
    ({ name, search }) => {
      dispatch({ kind: 'open', name, now: Date.now() });
      actions.push(() => parseView(search));
    },
    [actions, dispatch],
  );
  return children(views, goToView);
}
