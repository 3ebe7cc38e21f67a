import { describeTerm } from '../../views/describeTerm.ts';
import { withoutTerm } from '../../views/editFilter.ts';
import { withFilter } from '../../views/editView.ts';
import type { View } from '../../views/View.ts';
import type { ViewActions } from '../useView.ts';
import { cleared } from './FilterChips.tsx';
import { NoBuilds, NoMatch } from './NoMatch.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';
import type { BuildList } from './useBuildList.ts';

export interface NothingProps {
  readonly list: BuildList;
  readonly view: View;
  readonly actions: ViewActions;
  readonly rowHeight: number;
}

/** What stands in place of rows: still to come, hidden by the filter, or none at all. */
export function Nothing({ list, view, actions, rowHeight }: NothingProps) {
  const { state, selection, rows } = list;
  if (rows.count > 0) return null;
  if (state.loaded === 0) {
    if (state.completeness === 'complete') return <NoBuilds />;
    return state.error ? null : <SkeletonRows rowHeight={rowHeight} />;
  }
  if (view.filter.length === 0) return null;
  const remove = (index: number) =>
    actions.push((now) => withFilter(now, withoutTerm(now.filter, index)));
  return (
    <NoMatch
      terms={view.filter.map((term, index) => ({
        text: describeTerm(term),
        without: selection.withoutClause[index] ?? 0,
        remove: () => remove(index),
      }))}
      total={selection.total}
      complete={state.completeness === 'complete'}
      onClear={() => actions.push(cleared)}
    />
  );
}
