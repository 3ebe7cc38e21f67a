import { ChevronRight } from 'lucide-react';
import { durationOf } from '../../lib/buildTimes.ts';
import { makeVisible } from '../../lib/text.ts';
import type { VirtualColumn } from '../../table/features.ts';
import { classes } from '../../ui/classes.ts';
import { useClock } from '../../ui/clock.ts';
import { Age } from './Age.tsx';
import { ArtifactMarks } from './ArtifactMarks.tsx';
import { type BuildRecord, isStalled } from './BuildRecord.ts';
import { ImageName } from './ImageName.tsx';
import { Span } from './Span.tsx';
import { StatusBadge } from './StatusBadge.tsx';

/** What the cells need from the screen around them. */
export interface CellActions {
  readonly toggle: (id: string) => void;
}

/** The columns of the builds table, in their first order. */
export function buildColumns({ toggle }: CellActions): readonly VirtualColumn<BuildRecord>[] {
  return [
    {
      id: 'open',
      header: () => <span className="sr-only">Artifacts</span>,
      enableSorting: false,
      meta: { width: '32px', title: 'Open' },
      cell: ({ row }) => (
        <OpenButton record={row.original} opened={row.getIsExpanded()} toggle={toggle} />
      ),
    },
    {
      id: 'status',
      header: 'Status',
      accessorFn: (record) => record.build.status,
      meta: { width: '142px', title: 'Status' },
      cell: ({ row }) => <StatusCell record={row.original} />,
    },
    {
      id: 'image',
      header: 'Image',
      accessorFn: (record) => record.build.imageName,
      meta: { width: 'minmax(200px, 6fr)', title: 'Image' },
      cell: ({ row }) => (
        <ImageName name={row.original.build.imageName} tag={row.original.build.imageTag} />
      ),
    },
    {
      id: 'artifacts',
      header: 'Artifacts',
      accessorFn: (record) => record.build.artifacts?.length ?? 0,
      meta: { width: '104px', dropBelow: 900, title: 'Artifacts' },
      cell: ({ row }) => <ArtifactMarks artifacts={row.original.build.artifacts} />,
    },
    {
      id: 'error',
      header: 'Error',
      accessorFn: (record) => record.firstError ?? '',
      meta: { width: 'minmax(140px, 5fr)', dropBelow: 720, title: 'Error' },
      cell: ({ row }) => <FirstError text={row.original.firstError} />,
    },
    {
      id: 'created',
      header: 'Created',
      accessorFn: (record) => record.createdAt,
      meta: { width: '108px', title: 'Created', align: 'end' },
      cell: ({ row }) => (
        <Age at={orNull(row.original.createdAt)} text={row.original.build.createdAt} />
      ),
    },
    {
      id: 'started',
      header: 'Started',
      accessorFn: (record) => record.startedAt,
      meta: { width: '108px', dropBelow: 1020, title: 'Started', align: 'end' },
      cell: ({ row }) => (
        <Age at={orNull(row.original.startedAt)} text={row.original.build.startedAt} />
      ),
    },
    {
      id: 'duration',
      header: 'Duration',
      accessorFn: (record) => record.startedAt,
      meta: { width: '112px', title: 'Duration', align: 'end' },
      cell: ({ row }) => <DurationCell record={row.original} />,
    },
    {
      id: 'id',
      header: 'ID',
      accessorFn: (record) => record.build.id,
      meta: { width: '128px', dropBelow: 1180, title: 'ID' },
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
          {' '}
          ≠<span className="sr-only">its artifacts say otherwise</span>
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
      <ChevronRight
        aria-hidden="true"
        className={classes('size-4 transition-transform', opened && 'rotate-90')}
      />
    </button>
  );
}

function orNull(ms: number): number | null {
  return Number.isNaN(ms) ? null : ms;
}
