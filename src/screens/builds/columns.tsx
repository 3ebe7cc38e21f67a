import { durationOf, waitOf } from '../../lib/buildTimes.ts';
import { makeVisible, middleCut } from '../../lib/text.ts';
import type { VirtualColumn } from '../../table/features.ts';
import { useClock } from '../../ui/clock.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import { Age } from '../build/Age.tsx';
import { ArtifactMarks } from '../build/ArtifactMarks.tsx';
import { type BuildRecord, isStalled } from '../build/BuildRecord.ts';
import { ImageName } from '../build/ImageName.tsx';
import { Span } from '../build/Span.tsx';
import { StatusBadge } from '../build/StatusBadge.tsx';
import { COLUMN_TITLES } from './columnTitles.ts';
import { TickCell } from './TickCell.tsx';

/** What the cells need from the screen around them. */
export interface CellActions {
  readonly toggle: (id: string) => void;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (id: string, range: boolean) => void;
  readonly tickAll: () => void;
  /** How many builds are shown. */
  readonly shown: number;
}

/** The columns of the builds table, in their first order. */
export function buildColumns(actions: CellActions): readonly VirtualColumn<BuildRecord>[] {
  const { toggle, ticked, tick, tickAll, shown } = actions;
  return [
    {
      id: 'select',
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
      enableSorting: false,
      meta: { width: 28, title: 'Select', fixed: true, fits: true },
      cell: ({ row }) => (
        <TickCell record={row.original} ticked={ticked.has(row.original.build.id)} onTick={tick} />
      ),
    },
    {
      id: 'open',
      header: () => <span className="sr-only">Details</span>,
      enableSorting: false,
      meta: { width: 32, title: 'Details', fixed: true, fits: true },
      cell: ({ row }) => (
        <OpenButton record={row.original} opened={row.getIsExpanded()} toggle={toggle} />
      ),
    },
    {
      id: 'status',
      header: COLUMN_TITLES.status,
      accessorFn: (record) => record.build.status,
      meta: { width: 142, title: COLUMN_TITLES.status },
      cell: ({ row }) => <StatusCell record={row.original} />,
    },
    {
      id: 'image',
      header: COLUMN_TITLES.image,
      accessorFn: (record) => record.build.imageName,
      meta: { width: 200, share: 6, title: COLUMN_TITLES.image, fits: true },
      cell: ({ row }) => (
        <ImageName name={row.original.build.imageName} tag={row.original.build.imageTag} />
      ),
    },
    {
      id: 'tag',
      header: COLUMN_TITLES.tag,
      accessorFn: (record) => record.build.imageTag,
      meta: { width: 80, share: 2, title: COLUMN_TITLES.tag },
      cell: ({ row }) => makeVisible(row.original.build.imageTag.slice(0, 200)),
    },
    {
      id: 'artifacts',
      header: COLUMN_TITLES.artifacts,
      accessorFn: (record) => record.build.artifacts?.length ?? 0,
      meta: { width: 104, dropBelow: 900, title: COLUMN_TITLES.artifacts },
      cell: ({ row }) => <ArtifactMarks artifacts={row.original.build.artifacts} />,
    },
    {
      id: 'error',
      header: COLUMN_TITLES.error,
      accessorFn: (record) => record.firstError ?? '',
      meta: { width: 140, share: 5, dropBelow: 720, title: COLUMN_TITLES.error },
      cell: ({ row }) => <FirstError text={row.original.firstError} />,
    },
    {
      id: 'created',
      header: COLUMN_TITLES.created,
      accessorFn: (record) => record.createdAt,
      meta: { width: 108, title: COLUMN_TITLES.created, align: 'end', fits: true },
      cell: ({ row }) => <Age at={row.original.createdAt} text={row.original.build.createdAt} />,
    },
    {
      id: 'started',
      header: COLUMN_TITLES.started,
      accessorFn: (record) => record.startedAt,
      meta: { width: 108, dropBelow: 1020, title: COLUMN_TITLES.started, align: 'end', fits: true },
      cell: ({ row }) => <Age at={row.original.startedAt} text={row.original.build.startedAt} />,
    },
    {
      id: 'ended',
      header: COLUMN_TITLES.ended,
      accessorFn: (record) => record.completedAt,
      meta: { width: 108, title: COLUMN_TITLES.ended, align: 'end', fits: true },
      cell: ({ row }) => (
        <Age at={row.original.completedAt} text={row.original.build.completedAt} />
      ),
    },
    {
      id: 'wait',
      header: COLUMN_TITLES.wait,
      accessorFn: (record) => record.createdAt,
      meta: { width: 112, title: COLUMN_TITLES.wait, align: 'end', fits: true },
      cell: ({ row }) => <WaitCell record={row.original} />,
    },
    {
      id: 'path',
      header: COLUMN_TITLES.path,
      accessorFn: (record) => firstPath(record) ?? '',
      enableSorting: false,
      meta: { width: 160, share: 5, title: COLUMN_TITLES.path },
      cell: ({ row }) => <PathCell path={firstPath(row.original)} />,
    },
    {
      id: 'duration',
      header: COLUMN_TITLES.duration,
      accessorFn: (record) => record.startedAt,
      meta: { width: 112, title: COLUMN_TITLES.duration, align: 'end', fits: true },
      cell: ({ row }) => <DurationCell record={row.original} />,
    },
    {
      id: 'id',
      header: COLUMN_TITLES.id,
      accessorFn: (record) => record.build.id,
      meta: { width: 128, dropBelow: 1180, title: COLUMN_TITLES.id },
      cell: ({ row }) => (
        <span className="font-mono text-xs text-muted" title={row.original.build.id.slice(0, 500)}>
          {makeVisible(row.original.build.id.slice(0, 64))}
        </span>
      ),
    },
  ];
}

export function DurationCell({ record }: { readonly record: BuildRecord }) {
  const { startedAt, completedAt, active } = record;
  return <Span of={(now) => durationOf(startedAt, completedAt, active, now)} running={active} />;
}

function WaitCell({ record }: { readonly record: BuildRecord }) {
  const { createdAt, startedAt, queued } = record;
  return (
    <Span
      of={(now) => waitOf(createdAt, startedAt, queued, now)}
      running={queued && Number.isNaN(startedAt)}
    />
  );
}

function firstPath(record: BuildRecord): string | null {
  return record.build.artifacts?.find((artifact) => artifact.fullImagePath)?.fullImagePath ?? null;
}

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

export function StatusCell({ record }: { readonly record: BuildRecord }) {
  const stalled = useClock((now) => isStalled(record, now));
  return (
    <>
      <StatusBadge status={record.build.status} stalled={stalled} />
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

export function FirstError({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  const shown = makeVisible(text);
  return (
    <span className="tone-bad text-sm text-tone" title={shown.slice(0, 1000)}>
      {shown.slice(0, 400)}
    </span>
  );
}

export function OpenButton({
  record,
  opened,
  toggle,
}: {
  readonly record: BuildRecord;
  readonly opened: boolean;
  readonly toggle: (id: string) => void;
}) {
  const { id, imageName, imageTag } = record.build;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={opened}
      aria-label={`Show artifacts of ${makeVisible(imageName)}:${makeVisible(imageTag)}`}
      onClick={() => toggle(id)}
      className="-mx-1 inline-flex size-7 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:size-11"
    >
      <Icon path={ICONS.chevron} className={opened ? 'rotate-90' : ''} />
    </button>
  );
}
