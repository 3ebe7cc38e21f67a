import { useMemo, useState } from 'react';
import type { Artifact, Build } from '../../contract/build.ts';
import { isActive, isQueued } from '../../contract/status.ts';
import { readTime } from '../../lib/instant.ts';
import { formatCount } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { newestOfType } from '../../list/attempts.ts';
import { saysSomething } from '../../list/facts.ts';
import { durationOf, waitOf } from '../../list/spans.ts';
import { classes } from '../../ui/classes.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { Age } from './Age.tsx';
import { artifactLook } from './artifactLook.ts';
import { ErrorText } from './ErrorText.tsx';
import { Span } from './Span.tsx';
import { StatusBadge } from './StatusBadge.tsx';

const STEP = 100;

/** The artifact rows of a build. A build with thousands of them scrolls within its own box. */
export function ArtifactTable({
  build,
  artifacts,
}: {
  readonly build: Build;
  readonly artifacts: readonly Artifact[];
}) {
  const [most, setMost] = useState(STEP);
  const shown = artifacts.slice(0, most);
  const newest = useMemo(() => new Set(newestOfType(artifacts)), [artifacts]);
  return (
    <div
      className={classes(
        '@container',
        artifacts.length > STEP ? 'max-h-[60vh] overflow-auto' : 'overflow-x-auto',
      )}
      onScroll={(event) => {
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
        if (scrollHeight - scrollTop < clientHeight * 2) setMost(most + STEP);
      }}
    >
      <table
        aria-label={`Artifacts of ${makeVisible(build.imageName)}:${makeVisible(build.imageTag)}`}
        aria-rowcount={artifacts.length + 1}
        className="w-full text-left max-sm:block"
      >
        <thead className="text-sm text-muted max-sm:sr-only">
          <tr>
            {[
              'Type',
              'Status',
              'Image path',
              'Created',
              'Started',
              'Completed',
              'Waited',
              'Ran',
              'ID',
            ].map((title) => (
              <th key={title} scope="col" className="px-2 py-1 font-medium whitespace-nowrap">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {shown.map((artifact, index) => (
            <ArtifactRows key={index} artifact={artifact} isPast={!newest.has(artifact)} />
          ))}
        </tbody>
      </table>
      {artifacts.length > shown.length && (
        <p className="px-2 py-1 text-sm text-muted">
          {formatCount(shown.length)} of {formatCount(artifacts.length)} artifacts drawn; scroll for
          more.
        </p>
      )}
    </div>
  );
}

/**
 * One artifact, `isPast` where a newer one of its type is there. Where it is narrow, what it is
 * comes first, then its error, then all else.
 */
function ArtifactRows({
  artifact,
  isPast,
}: {
  readonly artifact: Artifact;
  readonly isPast: boolean;
}) {
  const narrow = useMediaQuery(NARROW);
  const { word, icon } = artifactLook(artifact.artifactType);
  const type = (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Icon path={icon} className="text-muted" />
      {word}
    </span>
  );
  const status = <StatusBadge status={artifact.status} />;
  const error = saysSomething(artifact.errorMessage) && (
    <tr className="max-sm:block">
      <td colSpan={9} className="px-2 pb-2 max-sm:block">
        {/* As wide as what is seen, however far the table beside it goes. */}
        <div className="sticky left-2 w-[calc(100cqw-1rem)]">
          <ErrorText message={artifact.errorMessage} isPast={isPast} />
        </div>
      </td>
    </tr>
  );
  if (narrow) {
    return (
      <>
        <tr className="flex flex-wrap items-center gap-x-4 border-t border-line px-2 py-1 leading-6">
          <td>{type}</td>
          <td>{status}</td>
        </tr>
        {error}
        <tr className="block pb-2">
          <ArtifactFacts artifact={artifact} />
        </tr>
      </>
    );
  }
  return (
    <>
      <tr className="align-top">
        <Cell name="Type">{type}</Cell>
        <Cell name="Status">{status}</Cell>
        <ArtifactFacts artifact={artifact} />
      </tr>
      {error}
    </>
  );
}

function ArtifactFacts({ artifact }: { readonly artifact: Artifact }) {
  const created = readTime(artifact.createdAt);
  const started = readTime(artifact.startedAt);
  const completed = readTime(artifact.completedAt);
  const active = isActive(artifact.status);
  const queued = isQueued(artifact.status);
  return (
    <>
      <Cell name="Image path" wide>
        {artifact.fullImagePath ? (
          <span className="inline-flex items-start gap-1">
            <span className="font-mono text-xs leading-6 wrap-anywhere" dir="ltr">
              {makeVisible(artifact.fullImagePath).slice(0, 2000)}
            </span>
            <CopyButton text={artifact.fullImagePath} what="image path" />
          </span>
        ) : (
          <span className="text-muted">–</span>
        )}
      </Cell>
      <Cell name="Created">
        <Age at={created} text={artifact.createdAt} tabbable />
      </Cell>
      <Cell name="Started">
        <Age at={started} text={artifact.startedAt} tabbable />
      </Cell>
      <Cell name="Completed">
        <Age at={completed} text={artifact.completedAt} tabbable />
      </Cell>
      <Cell name="Waited">
        <Span
          of={(now) => waitOf(created, started, queued, now)}
          running={queued && Number.isNaN(started)}
        />
      </Cell>
      <Cell name="Ran">
        <Span of={(now) => durationOf(started, completed, active, now)} running={active} />
      </Cell>
      <Cell name="ID">
        <span className="inline-flex items-start gap-1">
          <span
            className="max-w-40 truncate font-mono text-xs leading-6"
            title={makeVisible(artifact.id).slice(0, 500)}
          >
            {makeVisible(artifact.id.slice(0, 200))}
          </span>
          <CopyButton text={artifact.id} what="artifact id" />
        </span>
      </Cell>
    </>
  );
}

function Cell({
  name,
  wide,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <td
      className={`px-2 py-1 leading-6 tabular-nums max-sm:flex max-sm:gap-2 ${wide ? 'min-w-48' : 'whitespace-nowrap'}`}
    >
      <span className="hidden w-24 shrink-0 text-sm text-muted max-sm:inline">{name}</span>
      {children}
    </td>
  );
}
