import type { PickedTimeline } from '../../../insights/timeline/Timeline.ts';
import { plural } from '../../../lib/number.ts';
import type { View } from '../../../views/address/View.ts';
import { PageLink } from '../../frame/lens/PageLink.tsx';
import { bucketLink } from '../model/bucketLink.ts';
import { formatMean } from '../model/bucketText.ts';
import { KINDS } from '../model/kinds.ts';
import type { BucketRow } from './bucketRows.ts';

export interface BucketDetailProps {
  readonly row: BucketRow;
  readonly timeline: PickedTimeline;
  readonly view: View;
}

/** A time opened in place: the way to its builds, of each status. */
export function BucketDetail({ row: { bucket, sums }, timeline, view }: BucketDetailProps) {
  const link = (search: string | null) => bucketLink(view, timeline, bucket, search);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sunken px-4 py-2 text-sm">
      {sums.total > 0 && (
        <PageLink href={link(null)}>Show {plural(sums.total, 'build', 'builds')}</PageLink>
      )}
      {KINDS.map(({ kind, word, search }, at) => {
        const part = sums.parts[at] ?? 0;
        if (part === 0 || search === null) return null;
        return (
          <PageLink key={kind} href={link(search)}>
            {part} {word}
          </PageLink>
        );
      })}
      <span className="text-muted">
        On average {formatMean(sums.running)} running and {formatMean(sums.waiting)} waiting at once
      </span>
    </div>
  );
}
