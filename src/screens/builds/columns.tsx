import { makeVisible, middleCut } from '../../lib/text.ts';
import { firstPathOf } from '../../list/facts.ts';
import type { TableColumn } from '../../table/columns/TableColumn.ts';
import { Age } from '../build/Age.tsx';
import { ArtifactMarks } from '../build/ArtifactMarks.tsx';
import type { BuildRecord } from '../build/BuildRecord.ts';
import type { ErrorExcerpts } from '../build/ErrorExcerpts.ts';
import { ImageName } from '../build/ImageName.tsx';
import { durationText, waitText } from '../build/timeText.ts';
import { openColumn } from '../frame/lens/openColumn.tsx';
import { COLUMN_TITLES } from './columnTitles.ts';
import { FirstError } from './FirstError.tsx';
import { OpenButton } from './OpenButton.tsx';
import { StatusCell } from './StatusCell.tsx';
import { TickCell } from './TickCell.tsx';

/** What the cells need from the screen around them. */
export interface CellActions {
  readonly toggle: (id: string) => void;
  /** What a search hit in errors. */
  readonly excerpts: ErrorExcerpts | null;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (id: string, range: boolean) => void;
  readonly tickAll: () => void;
  /** How many builds are shown. */
  readonly shown: number;
}

/** The columns of the builds table, in their first order. */
export function buildColumns(actions: CellActions): readonly TableColumn<BuildRecord>[] {
  const { excerpts } = actions;
  const facts = FACTS.map((column) =>
    column.id === 'error' && excerpts !== null
      ? {
          ...column,
          cell: (record: BuildRecord) => <FirstError record={record} excerpts={excerpts} />,
        }
      : column,
  );
  return [...controls(actions), ...facts];
}

/** What is not about a build but done with its row. */
function controls(actions: CellActions): readonly TableColumn<BuildRecord>[] {
  const { toggle, ticked, tick, tickAll, shown } = actions;
  return [
    {
      id: 'select',
      title: 'Select',
      header: () => (
        <input
          type="checkbox"
          aria-label="Select all builds shown"
          ref={(box) => {
            // Some but not all: only the element itself can say so.
            if (box) box.indeterminate = ticked.size > 0 && ticked.size < shown;
          }}
          checked={ticked.size > 0}
          onChange={tickAll}
          className="ml-1.5 block accent-accent"
        />
      ),
      width: 28,
      fixed: true,
      fits: true,
      cell: (record, state) => <TickCell record={record} ticked={state.selected} onTick={tick} />,
    },
    openColumn((record, { opened }) => (
      <OpenButton record={record} opened={opened} toggle={toggle} />
    )),
  ];
}

/** Of a cell, left and right; and of a letter, as wide as most are. Pixels. */
const PADDING = 18;
const MEDIUM = 7.4;
const SMALL = 6.6;

/** What a build says of itself. */
const FACTS: readonly TableColumn<BuildRecord>[] = [
  {
    id: 'status',
    title: COLUMN_TITLES.status,
    sorts: true,
    width: 152,
    // With room for what it usually takes, whether or not that is known yet: it may not widen then.
    needs: ({ active, queued, conflicted }) => (active && !queued ? 248 : conflicted ? 176 : 0),
    cell: (record, { now }) => <StatusCell record={record} now={now} usual />,
  },
  {
    id: 'image',
    title: COLUMN_TITLES.image,
    sorts: true,
    width: 200,
    share: 6,
    fits: true,
    needs: ({ build }) => PADDING + MEDIUM * (build.imageName.length + 1 + build.imageTag.length),
    cell: ({ build }) => <ImageName name={build.imageName} tag={build.imageTag} />,
  },
  {
    id: 'tag',
    title: COLUMN_TITLES.tag,
    sorts: true,
    width: 80,
    share: 2,
    cell: ({ build }) => makeVisible(build.imageTag.slice(0, 200)),
  },
  {
    id: 'artifacts',
    title: COLUMN_TITLES.artifacts,
    sorts: true,
    width: 128,
    dropBelow: 900,
    cell: ({ build }) => <ArtifactMarks artifacts={build.artifacts} />,
  },
  {
    id: 'error',
    title: COLUMN_TITLES.error,
    sorts: true,
    width: 112,
    share: 5,
    dropBelow: 720,
    needs: ({ errorLine }) => (errorLine === null ? 0 : PADDING + SMALL * errorLine.length),
    cell: (record) => <FirstError record={record} />,
  },
  {
    id: 'created',
    title: COLUMN_TITLES.created,
    sorts: true,
    width: 108,
    align: 'end',
    fits: true,
    cell: (record, { now }) => (
      <Age at={record.createdAt} text={record.build.createdAt} now={now} />
    ),
  },
  {
    id: 'started',
    title: COLUMN_TITLES.started,
    sorts: true,
    width: 108,
    dropBelow: 1020,
    align: 'end',
    fits: true,
    cell: (record, { now }) => (
      <Age at={record.startedAt} text={record.build.startedAt} now={now} />
    ),
  },
  {
    id: 'ended',
    title: COLUMN_TITLES.ended,
    sorts: true,
    width: 108,
    align: 'end',
    fits: true,
    cell: (record, { now }) => (
      <Age at={record.completedAt} text={record.build.completedAt} now={now} />
    ),
  },
  {
    id: 'wait',
    title: COLUMN_TITLES.wait,
    sorts: true,
    width: 112,
    align: 'end',
    fits: true,
    cell: (record, { now }) => waitText(record, now),
  },
  {
    id: 'path',
    title: COLUMN_TITLES.path,
    width: 160,
    share: 5,
    cell: (record) => <PathCell path={firstPathOf(record.build.artifacts)} />,
  },
  {
    id: 'duration',
    title: COLUMN_TITLES.duration,
    sorts: true,
    width: 112,
    align: 'end',
    fits: true,
    cell: (record, { now }) => durationText(record, now),
  },
  {
    id: 'id',
    title: COLUMN_TITLES.id,
    sorts: true,
    width: 128,
    dropBelow: 1180,
    cell: ({ build }) => (
      <span className="font-mono text-xs text-muted" title={build.id.slice(0, 500)}>
        {makeVisible(build.id.slice(0, 64))}
      </span>
    ),
  },
];

/** Both ends of a path can be read; the title has it whole. */
function PathCell({ path }: { readonly path: string | null }) {
  if (path === null) return <span className="text-muted">–</span>;
  const shown = makeVisible(path.slice(0, 2000));
  return (
    <span className="font-mono text-xs" title={shown} dir="ltr">
      {middleCut(shown, 64)}
    </span>
  );
}
