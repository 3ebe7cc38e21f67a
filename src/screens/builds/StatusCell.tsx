import { isStalled } from '../../list/BuildFacts.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { StatusBadge } from '../build/StatusBadge.tsx';
import { rowNoteOf } from '../frame/list/rowNotes.ts';
import { BecameMark } from './BecameMark.tsx';

/**
 * The status of a build as of `now`, marked where its artifacts say otherwise and by what insights
 * say of it; `usual` for how long it usually takes, where there is room.
 */
export function StatusCell({
  record,
  now,
  usual = false,
}: {
  readonly record: BuildRecord;
  readonly now: number;
  readonly usual?: boolean;
}) {
  const note = rowNoteOf(record.row);
  if (record.became) return <BecameMark record={record} became={record.became} />;
  const status = (
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
      {note?.marks}
    </>
  );
  if (!usual || !note) return status;
  return (
    // What finds no room beside the status falls into a second line, out of sight: a part of a
    // time says nothing.
    <span className="flex h-[1lh] flex-wrap items-baseline gap-x-2 overflow-hidden">
      <span>{status}</span>
      <span className="whitespace-nowrap">{note.usual}</span>
    </span>
  );
}
