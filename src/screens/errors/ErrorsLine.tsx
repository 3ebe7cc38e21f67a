import type { ErrorFacts } from '../../insights/errors/ErrorFacts.ts';
import type { PickedErrors } from '../../insights/errors/PickedErrors.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';
import { printView } from '../../views/address/printView.ts';
import { withFilter } from '../../views/editView.ts';
import { withTerm } from '../../views/query/editFilter.ts';
import type { Term } from '../../views/terms/Filter.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { useView } from '../frame/view/useView.ts';

export interface ErrorsLineProps {
  readonly facts: ErrorFacts;
  readonly picked: PickedErrors;
  readonly moved: boolean;
  readonly onShow: () => void;
}

/** How many causes of how many failures: the sum of the rows is what is counted. */
export function ErrorsLine({ facts, picked, moved, onShow }: ErrorsLineProps) {
  const { artifacts, builds, unread, count } = picked;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 px-3 text-sm text-muted">
      <span role="status" className="font-medium text-ink tabular-nums">
        {plural(count, 'cause', 'causes')} of{' '}
        {plural(artifacts, 'failed artifact', 'failed artifacts')}
        {!facts.complete && ' so far'}
      </span>
      <span className="tabular-nums">in {plural(builds, 'build', 'builds')}</span>
      {unread > 0 && <span>{formatCount(unread)} still to be read</span>}
      {facts.warnings > 0 && (
        <span title="Texts on artifacts that completed are no failures">
          {plural(facts.warnings, 'warning', 'warnings')} not counted
        </span>
      )}
      <LastWeek />
      {moved && <Button onClick={onShow}>Order changed: re-sort</Button>}
    </div>
  );
}

const LAST_WEEK: Term = {
  kind: 'time',
  field: 'created',
  range: { kind: 'in', at: { kind: 'ago', amount: 7, unit: 'd' } },
  not: false,
};

/** What is asked for most: what broke lately. Gone once the filter says a time itself. */
function LastWeek() {
  const [view] = useView();
  if (view.filter.some(({ kind }) => kind === 'time')) return null;
  const filter = withTerm(view.filter, LAST_WEEK);
  return <PageLink href={printView(withFilter(view, filter))}>Last 7 days only</PageLink>;
}
