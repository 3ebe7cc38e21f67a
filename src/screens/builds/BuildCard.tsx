import { useId } from 'react';
import type { RowState } from '../../table/columns/TableColumn.ts';
import { Age } from '../build/Age.tsx';
import { ArtifactMarks } from '../build/ArtifactMarks.tsx';
import type { BuildRecord } from '../build/BuildRecord.ts';
import type { ErrorExcerpts } from '../build/ErrorExcerpts.ts';
import { ImageName } from '../build/ImageName.tsx';
import { durationText } from '../build/timeText.ts';
import { rowNoteOf } from '../frame/list/rowNotes.ts';
import { FirstError } from './FirstError.tsx';
import { OpenButton } from './OpenButton.tsx';
import { StatusCell } from './StatusCell.tsx';
import { TickCell } from './TickCell.tsx';

/** A build on a narrow screen: two lines in place of columns. */
export function BuildCard({
  record,
  state,
  toggle,
  tick,
  excerpts,
}: {
  readonly record: BuildRecord;
  readonly state: RowState;
  readonly toggle: (id: string) => void;
  readonly tick: (id: string, range: boolean) => void;
  readonly excerpts: ErrorExcerpts | null;
}) {
  const { build, createdAt } = record;
  const { now, opened } = state;
  const element = useId();
  const usual = rowNoteOf(record.row)?.usual;
  return (
    <div className="flex items-center">
      <label htmlFor={element} className="grid h-15 w-10 shrink-0 place-items-center">
        <TickCell record={record} ticked={state.selected} onTick={tick} element={element} />
      </label>
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          <span className="min-w-0 flex-1">
            <ImageName name={build.imageName} tag={build.imageTag} />
          </span>
          <span className="text-sm text-muted tabular-nums">
            <Age at={createdAt} text={build.createdAt} now={now} />
          </span>
        </div>
        <div className="flex h-6 items-center gap-2 text-sm">
          <span className="shrink-0">
            <StatusCell record={record} now={now} />
          </span>
          <span className="min-w-0 flex-1 truncate">
            <FirstError record={record} excerpts={excerpts} tight />
            {usual && (
              // Whole or not at all: what does not fit falls into a second line.
              <span className="flex h-[1lh] flex-wrap overflow-hidden">
                <span className="w-px" />
                <span>{usual}</span>
              </span>
            )}
          </span>
          <ArtifactMarks artifacts={build.artifacts} />
          <span className="text-muted tabular-nums">{durationText(record, now)}</span>
        </div>
      </div>
      <OpenButton record={record} opened={opened} toggle={toggle} />
    </div>
  );
}
