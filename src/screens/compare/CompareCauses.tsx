import type { ComparedCause, ComparedCauses } from '../../insights/compare/compareCauses.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import type { CompareLinks, Side } from './compareLinks.ts';

/** Causes of a side listed at once. */
const LISTED = 4;

export interface CompareCausesProps {
  readonly causes: ComparedCauses;
  readonly links: CompareLinks;
  readonly complete: boolean;
}

/** Why builds failed on one side and not on the other. */
export function CompareCauses({ causes, links, complete }: CompareCausesProps) {
  const { onlyAfter, onlyBefore, both, unread } = causes;
  const soFar = complete && unread === 0 ? '' : ' so far';
  return (
    <section aria-label="Causes of one side" className="min-w-0 flex-1 basis-80">
      <Causes
        title={`Causes only in the newer${soFar}`}
        side="after"
        causes={onlyAfter}
        links={links}
      />
      <Causes
        title={`Causes only in the older${soFar}`}
        side="before"
        causes={onlyBefore}
        links={links}
      />
      <p className="text-muted">
        {plural(both, 'cause', 'causes')} on both sides
        {unread > 0 && `, ${formatCount(unread)} failed artifacts still to be read`}
      </p>
    </section>
  );
}

interface CausesProps {
  readonly title: string;
  readonly side: Side;
  readonly causes: readonly ComparedCause[];
  readonly links: CompareLinks;
}

function Causes({ title, side, causes, links }: CausesProps) {
  return (
    <>
      <h2 className="text-muted">
        {title}: {formatCount(causes.length)}
      </h2>
      <ul aria-label={title}>
        {causes.slice(0, LISTED).map((cause) => (
          <li key={cause.fingerprint} className="flex min-w-0 items-baseline gap-x-2">
            <span className="min-w-0 truncate">
              <PageLink href={links.cause(side, cause.fingerprint)}>
                {makeVisible(cause.kind.slice(0, 200))}
              </PageLink>
            </span>
            <span className="ml-auto whitespace-nowrap text-muted tabular-nums">
              {plural(cause[side].artifacts, 'artifact', 'artifacts')} in{' '}
              {plural(cause[side].builds, 'build', 'builds')}
            </span>
          </li>
        ))}
        {causes.length > LISTED && (
          <li className="text-muted">and {formatCount(causes.length - LISTED)} more</li>
        )}
      </ul>
    </>
  );
}
