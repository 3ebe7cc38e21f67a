import { plural } from '../../../lib/number.ts';
import { Button } from '../../../ui/Button.tsx';
import { withFilter } from '../../../views/editView.ts';
import { withoutTerm } from '../../../views/query/editFilter.ts';
import { describeTerm } from '../../../views/terms/describeTerm.ts';
import { termKey } from '../../../views/terms/Filter.ts';
import { useList } from '../list/useList.ts';
import { useView } from '../view/useView.ts';
import { cleared } from './clearFilter.ts';

/** Empty by filter: for each part of it, how many builds removing it would bring. */
export function NoMatch() {
  const [view, actions] = useView();
  const { state, selection } = useList();
  const { total, withoutClause } = selection;
  const complete = state.completeness === 'complete';
  return (
    <div className="mx-auto flex max-w-xl flex-col items-start gap-3 px-4 py-10">
      <h2 className="text-lg font-semibold">
        {complete ? 'No build matches this filter' : 'No build matches this filter so far'}
      </h2>
      <p className="text-muted">
        {plural(total, 'build is', 'builds are')} {complete ? 'in the list' : 'loaded'}.
      </p>
      <ul className="flex w-full flex-col gap-1">
        {view.filter.map((term, index) => {
          const without = withoutClause[index] ?? 0;
          return (
            <li key={termKey(term)} className="flex flex-wrap items-center gap-2">
              <Button
                className="max-w-full"
                onClick={() =>
                  actions.push((now) => withFilter(now, withoutTerm(now.filter, index)))
                }
              >
                <span className="truncate">Remove: {describeTerm(term, view.zone ?? 'UTC')}</span>
              </Button>
              <span className="text-muted tabular-nums">
                {without === 0 ? 'still none' : `shows ${plural(without, 'build', 'builds')}`}
              </span>
            </li>
          );
        })}
      </ul>
      <Button variant="primary" onClick={() => actions.push(cleared)}>
        Clear the filter
      </Button>
    </div>
  );
}
