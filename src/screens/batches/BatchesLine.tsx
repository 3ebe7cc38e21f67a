import type { BatchFacts, PickedBatches } from '../../insights/batches/Batches.ts';
import { plural } from '../../lib/number.ts';
import { Button } from '../../ui/Button.tsx';
import { printView } from '../../views/address/printView.ts';
import { makeView } from '../../views/address/View.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';

export interface BatchesLineProps {
  readonly facts: BatchFacts;
  readonly picked: PickedBatches;
  readonly moved: boolean;
  readonly onShow: () => void;
}

/** How many pushes of how many builds. */
export function BatchesLine({ facts, picked, moved, onShow }: BatchesLineProps) {
  const { batches, builds } = picked;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 px-3 text-sm text-muted">
      <span role="status" className="font-medium text-ink tabular-nums">
        {plural(batches.length, 'batch', 'batches')} of {plural(builds, 'build', 'builds')}
        {!facts.complete && ' so far'}
      </span>
      {facts.unreadFamilies > 0 && <span>still being read</span>}
      <span
        className="max-sm:hidden"
        title="10 images or more of one family, each created within 2 minutes of another or while one of them ran"
      >
        Each looks like one push
      </span>
      <PageLink href={printView(makeView({ lens: 'check' }))}>Check a list</PageLink>
      {moved && <Button onClick={onShow}>Order changed: re-sort</Button>}
    </div>
  );
}
