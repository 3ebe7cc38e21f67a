import { formatCount } from '../../lib/number.ts';
import { Age } from '../build/Age.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { BatchBar } from './BatchBar.tsx';
import type { BatchRow } from './BatchRow.ts';
import { BatchState } from './BatchState.tsx';
import { batchLink } from './batchLinks.ts';
import { OpenBatch } from './OpenBatch.tsx';

/** A push where the table is too narrow for columns. */
export function BatchCard({
  row,
  opened,
  now,
  toggle,
}: {
  readonly row: BatchRow;
  readonly opened: boolean;
  readonly now: number;
  readonly toggle: (key: string) => void;
}) {
  const { batch, name, progress, key } = row;
  return (
    <div className="flex min-w-0 items-center gap-2 pr-3 pl-1">
      <OpenBatch row={row} opened={opened} toggle={toggle} />
      <div className="min-w-0 flex-1">
        <div className="flex gap-2">
          <span className="truncate font-medium" dir="ltr">
            {name}
          </span>
          <span className="ml-auto text-sm whitespace-nowrap text-muted">
            <Age at={batch.firstCreated} now={now} />
          </span>
        </div>
        <div className="flex items-center gap-2 overflow-hidden text-sm whitespace-nowrap text-muted">
          <BatchState state={progress.state} />
          <BatchBar progress={progress} />
          <span className="text-ink tabular-nums">{formatCount(progress.images)}</span>
        </div>
      </div>
      <PageLink href={batchLink(key)}>Show builds</PageLink>
    </div>
  );
}
