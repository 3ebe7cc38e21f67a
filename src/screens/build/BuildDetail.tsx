import type { ReactNode } from 'react';
import { imageReference } from '../../lib/imageReference.ts';
import { makeVisible } from '../../lib/text.ts';
import { durationOf, waitOf } from '../../list/spans.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { Message } from '../../ui/Message.tsx';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { Age } from './Age.tsx';
import { ArtifactTable } from './ArtifactTable.tsx';
import type { BuildRecord } from './BuildRecord.ts';
import { Span } from './Span.tsx';

export interface BuildDetailProps {
  readonly record: BuildRecord;
  /** What the list was searched for, as it was typed. */
  readonly searched?: readonly string[];
  /** Where else to look, behind the facts. */
  readonly children?: ReactNode;
  /** What insights say of it, below the facts. */
  readonly notes?: ReactNode;
}

/**
 * What an opened row shows: the times of the build apart, and its artifacts. Where it is narrow the
 * artifacts come first, so that an error is seen at once.
 */
export function BuildDetail({ record, searched, children, notes }: BuildDetailProps) {
  const narrow = useMediaQuery(NARROW);
  const { build } = record;
  return (
    <div className="border-b border-line bg-sunken px-2 py-2 sm:pl-9">
      {!narrow && <Facts record={record}>{children}</Facts>}
      {notes}
      {record.conflicted && (
        <Message tone="waiting" className="mx-2 mb-2">
          The build says {makeVisible(build.status)}, its artifacts say otherwise. Both are shown as
          the API gave them.
        </Message>
      )}
      {build.artifacts === null ? (
        <p className="px-2 py-1 text-muted">The API did not say which artifacts this build has.</p>
      ) : build.artifacts.length === 0 ? (
        <p className="px-2 py-1 text-muted">This build has no artifacts.</p>
      ) : (
        <ArtifactTable build={build} artifacts={build.artifacts} {...(searched && { searched })} />
      )}
      {narrow && <Facts record={record}>{children}</Facts>}
    </div>
  );
}

function Facts({ record, children }: BuildDetailProps) {
  const { build, createdAt, startedAt, completedAt, active, queued } = record;
  const reference = imageReference(build.imageName, build.imageTag);
  return (
    <div className="mb-1 flex flex-wrap items-center gap-x-5 gap-y-0.5 px-2 text-sm tabular-nums">
      <dl className="contents">
        <Fact name="Created">
          <Age at={createdAt} text={build.createdAt} tabbable />
        </Fact>
        <Fact name="Started">
          <Age at={startedAt} text={build.startedAt} tabbable />
        </Fact>
        <Fact name="Completed">
          <Age at={completedAt} text={build.completedAt} tabbable />
        </Fact>
        <Fact name="Waited">
          <Span
            of={(now) => waitOf(createdAt, startedAt, queued, now)}
            running={queued && Number.isNaN(startedAt)}
          />
        </Fact>
        <Fact name="Ran">
          <Span of={(now) => durationOf(startedAt, completedAt, active, now)} running={active} />
        </Fact>
        <Fact name="ID">
          <span className="font-mono text-xs wrap-anywhere">
            {makeVisible(build.id.slice(0, 400))}
          </span>
          <CopyButton text={build.id} what="build id" />
        </Fact>
        <Fact name="Image">
          <span className="wrap-anywhere">{makeVisible(reference).slice(0, 2000)}</span>
          <CopyButton text={reference} what="image name and tag" />
        </Fact>
      </dl>
      {children}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-1.5 max-sm:items-baseline">
      <dt className="text-muted">{name}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-1">{children}</dd>
    </div>
  );
}
