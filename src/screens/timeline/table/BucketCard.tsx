import { formatCount, plural } from '../../../lib/number.ts';
import { KINDS } from '../model/kinds.ts';
import type { BucketRow } from './bucketRows.ts';
import { OpenBucket } from './OpenBucket.tsx';

/** A time where the table is too narrow for columns. */
export function BucketCard({
  row,
  opened,
  toggle,
}: {
  readonly row: BucketRow;
  readonly opened: boolean;
  readonly toggle: (key: string) => void;
}) {
  const { name, sums } = row;
  return (
    <div className="flex min-w-0 items-center gap-1 px-1">
      <OpenBucket row={row} opened={opened} toggle={toggle} />
      <div className="min-w-0 flex-1">
        <div className="truncate">{name}</div>
        <div className="truncate text-sm text-muted tabular-nums">
          {plural(sums.total, 'build', 'builds')}
          {KINDS.map(({ kind, word, tone }, at) => {
            const part = sums.parts[at] ?? 0;
            return part === 0 ? null : (
              <span key={kind} className={`${tone} ml-2 text-tone`}>
                {formatCount(part)} {word}
              </span>
            );
          })}
        </div>
      </div>
    </div>
  );
}
