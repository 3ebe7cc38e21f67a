import { useMemo, useState } from 'react';
import type { Artifact, Build } from '../../contract/build.ts';
import { formatCount } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { newestOfType } from '../../list/attempts.ts';
import { saysSomething } from '../../list/facts.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { ArtifactFacts, Cell } from './ArtifactFacts.tsx';
import { artifactLook } from './artifactLook.ts';
import { ErrorText } from './ErrorText.tsx';
import { StatusBadge } from './StatusBadge.tsx';

const STEP = 100;
const NOTHING: readonly string[] = [];

export interface ArtifactTableProps {
  readonly build: Build;
  readonly artifacts: readonly Artifact[];
  /** What the list was searched for, as it was typed. */
  readonly searched?: readonly string[];
}

/** The artifact rows of a build. A build with thousands of them scrolls within its own box. */
export function ArtifactTable({ build, artifacts, searched = NOTHING }: ArtifactTableProps) {
  const [most, setMost] = useState(STEP);
  const narrow = useMediaQuery(NARROW);
  const ordered = useMemo(
    () => (narrow ? artifacts.toSorted(byError) : artifacts),
    [narrow, artifacts],
  );
  const shown = ordered.slice(0, most);
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
            <ArtifactRows
              key={index}
              build={build}
              artifact={artifact}
              isPast={!newest.has(artifact)}
              searched={searched}
            />
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

/** Those with an error first, each in its place among the others: on a phone one sees little. */
function byError(a: Artifact, b: Artifact): number {
  return Number(saysSomething(b.errorMessage)) - Number(saysSomething(a.errorMessage));
}

interface ArtifactRowsProps extends Required<Pick<ArtifactTableProps, 'build' | 'searched'>> {
  readonly artifact: Artifact;
  readonly isPast: boolean;
}

/**
 * One artifact, `isPast` where a newer one of its type is there. Where it is narrow, what it is
 * comes first, then its error, then all else that its build does not say as well.
 */
function ArtifactRows({ build, artifact, isPast, searched }: ArtifactRowsProps) {
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
          <ErrorText message={artifact.errorMessage} isPast={isPast} searched={searched} />
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
          <ArtifactFacts artifact={artifact} besides={build} />
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
