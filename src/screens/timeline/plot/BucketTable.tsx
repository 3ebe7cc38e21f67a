import { memo } from 'react';
import { formatCount } from '../../../lib/number.ts';
import { PageLink } from '../../frame/lens/PageLink.tsx';
import { useView } from '../../frame/view/useView.ts';
import { bucketLink } from '../model/bucketLink.ts';
import { formatMean, sumBuckets } from '../model/bucketText.ts';
import { KINDS } from '../model/kinds.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';

export interface BucketTableProps {
  readonly seen: SeenTimeline;
  readonly id: string;
  /** False: only screen readers come to it. */
  readonly shown: boolean;
}

/** The same figures as a table, as high whatever it says: always there for screen readers. */
export const BucketTable = memo(function BucketTable(props: BucketTableProps) {
  const { seen, id, shown } = props;
  const count = seen.timeline.axis.edges.length - 1;
  const buckets = Array.from({ length: count }, (_, at) => count - 1 - at);
  const filled = buckets.filter((bucket) => {
    const { total, running, waiting } = sumBuckets(seen, bucket, bucket);
    return total + running + waiting > 0;
  });
  const head = ['Builds', ...KINDS.map(({ title }) => title), 'Running', 'Waiting'];
  return (
    <div
      id={id}
      className={shown ? 'h-64 overflow-auto border-b border-line' : 'sr-only [contain:strict]'}
      tabIndex={shown ? 0 : undefined}
      role={shown ? 'region' : undefined}
      aria-label={shown ? 'Figures of builds over time' : undefined}
    >
      <table className="w-full text-sm tabular-nums">
        <caption className="sr-only">
          Builds by when they were created, {seen.words.step}, newest first, without empty times;
          running and waiting on average at once
        </caption>
        <thead className="sticky top-0 bg-sunken text-muted">
          <tr>
            <th scope="col" className="px-2 py-1 text-left font-medium">
              Time
            </th>
            {head.map((title) => (
              <th key={title} scope="col" className="px-2 py-1 text-right font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map((bucket) => (
            <BucketRow key={bucket} {...{ seen, bucket, shown }} />
          ))}
        </tbody>
      </table>
    </div>
  );
});

interface OfBucket extends Pick<BucketTableProps, 'seen'> {
  readonly bucket: number;
}

function BucketRow({ seen, bucket, shown }: OfBucket & Pick<BucketTableProps, 'shown'>) {
  const { total, parts, running, waiting, open } = sumBuckets(seen, bucket, bucket);
  const number = (count: number, search: string | null) =>
    shown && count > 0 && (search !== null || count === total) ? (
      <CountLink seen={seen} bucket={bucket} search={search} count={count} />
    ) : (
      formatCount(count)
    );
  return (
    <tr className="border-t border-line">
      <th scope="row" className="px-2 py-0.5 text-left font-normal whitespace-nowrap">
        {seen.words.range(bucket, bucket)}
        {open && ' so far'}
      </th>
      <td className="px-2 text-right">{number(total, null)}</td>
      {KINDS.map(({ kind, search }, at) => (
        <td key={kind} className="px-2 text-right">
          {number(parts[at] ?? 0, search)}
        </td>
      ))}
      <td className="px-2 text-right">{formatMean(running)}</td>
      <td className="px-2 text-right">{formatMean(waiting)}</td>
    </tr>
  );
}

interface CountLinkProps extends OfBucket {
  readonly search: string | null;
  readonly count: number;
}

/** How many builds a bucket has, and the way to them; of one status where `search` names it. */
function CountLink({ seen, bucket, search, count }: CountLinkProps) {
  const [view] = useView();
  return (
    <PageLink href={bucketLink(view, seen.timeline, bucket, search)}>{formatCount(count)}</PageLink>
  );
}
