import type { Artifact, Build } from '../../contract/build.ts';
import { isActive, isQueued } from '../../contract/status.ts';
import { readTime } from '../../lib/instant.ts';
import { makeVisible } from '../../lib/text.ts';
import { durationOf, waitOf } from '../../list/spans.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { Age } from './Age.tsx';
import { Span } from './Span.tsx';

export interface ArtifactFactsProps {
  readonly artifact: Artifact;
  /** The build, where it says its own times as well: each is said once. */
  readonly besides?: Build;
}

/** As large as a finger, and still beside the first line of what it copies. */
const ON_FIRST_LINE = 'max-sm:-mt-2.5';

/** What an artifact says of itself beside its type, status and error: cells of its row. */
export function ArtifactFacts({ artifact, besides }: ArtifactFactsProps) {
  const created = readTime(artifact.createdAt);
  const started = readTime(artifact.startedAt);
  const completed = readTime(artifact.completedAt);
  const active = isActive(artifact.status);
  const queued = isQueued(artifact.status);
  const same = sameTimes(artifact, besides);
  return (
    <>
      <Cell name="Image path" wide>
        {artifact.fullImagePath ? (
          <span className="inline-flex items-start gap-1">
            <span className="font-mono text-xs leading-6 wrap-anywhere" dir="ltr">
              {makeVisible(artifact.fullImagePath).slice(0, 2000)}
            </span>
            <CopyButton text={artifact.fullImagePath} what="image path" className={ON_FIRST_LINE} />
          </span>
        ) : (
          <span className="text-muted">–</span>
        )}
      </Cell>
      {!same.created && (
        <Cell name="Created">
          <Age at={created} text={artifact.createdAt} tabbable />
        </Cell>
      )}
      {!same.started && (
        <Cell name="Started">
          <Age at={started} text={artifact.startedAt} tabbable />
        </Cell>
      )}
      {!same.completed && (
        <Cell name="Completed">
          <Age at={completed} text={artifact.completedAt} tabbable />
        </Cell>
      )}
      {!same.waited && (
        <Cell name="Waited">
          <Span
            of={(now) => waitOf(created, started, queued, now)}
            running={queued && Number.isNaN(started)}
          />
        </Cell>
      )}
      {!same.ran && (
        <Cell name="Ran">
          <Span of={(now) => durationOf(started, completed, active, now)} running={active} />
        </Cell>
      )}
      <Cell name="ID">
        <span className="inline-flex items-start gap-1">
          <span
            className="max-w-40 truncate font-mono text-xs leading-6"
            title={makeVisible(artifact.id).slice(0, 500)}
          >
            {makeVisible(artifact.id.slice(0, 200))}
          </span>
          <CopyButton text={artifact.id} what="artifact id" className={ON_FIRST_LINE} />
        </span>
      </Cell>
    </>
  );
}

/** Which of an artifact's times are those of its build. */
function sameTimes(artifact: Artifact, build: Build | undefined) {
  const same = (read: (one: Artifact | Build) => string | null) =>
    build !== undefined && Object.is(readTime(read(artifact)), readTime(read(build)));
  const created = same((one) => one.createdAt);
  const started = same((one) => one.startedAt);
  const completed = same((one) => one.completedAt);
  const alike = artifact.status === build?.status;
  return {
    created,
    started,
    completed,
    waited: created && started && alike,
    ran: started && completed && alike,
  };
}

/** A cell that says its name where there are no columns. */
export function Cell({
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
