import type { ErrorFacts, PickedErrors } from '../../insights/errors/ErrorFacts.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';

export interface ErrorsLineProps {
  readonly facts: ErrorFacts;
  readonly picked: PickedErrors;
  readonly moved: boolean;
  readonly onShow: () => void;
}

/** How many causes of how many failures: the sum of the rows is what is counted. */
export function ErrorsLine({ facts, picked, moved, onShow }: ErrorsLineProps) {
  const { artifacts, builds, unread, groups } = picked;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 px-3 text-sm text-muted">
      <span role="status" className="font-medium text-ink tabular-nums">
        {plural(groups.length, 'cause', 'causes')} of{' '}
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
      {moved && <Button onClick={onShow}>Order changed: re-sort</Button>}
    </div>
  );
}
