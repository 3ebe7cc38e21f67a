import { isStalled } from '../../list/BuildFacts.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { StatusBadge } from '../build/StatusBadge.tsx';
import { BecameMark } from './BecameMark.tsx';

/** The status of a build as of `now`, marked where its artifacts say otherwise. */
export function StatusCell({
  record,
  now,
}: {
  readonly record: BuildRecord;
  readonly now: number;
}) {
  if (record.became) return <BecameMark record={record} became={record.became} />;
  return (
    <>
      <StatusBadge status={record.build.status} stalled={isStalled(record, now)} now={now} />
      {record.conflicted && (
        <span
          title="Its artifacts say otherwise: open it to see both"
          className="tone-waiting text-tone"
        >
          <Icon path={ICONS.warning} className="ml-1 inline-block align-[-2px]" />
          <span className="sr-only">its artifacts say otherwise</span>
        </span>
      )}
    </>
  );
}
