import { useMemo } from 'react';
import { formatCount, plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { errorGroupsOf } from '../frame/insights/errorGroupsOf.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { useInsight } from '../frame/list/useInsight.ts';
import { batchLink, causeLink } from './batchLinks.ts';

/** Causes listed at once. */
const LISTED = 12;

/** Why builds of a push failed, retries included; each cause leads to its builds. */
export function BatchCauses({
  id,
  members,
}: {
  readonly id: string;
  readonly members: Uint32Array;
}) {
  const selection = useMemo(() => ({ order: members }), [members]);
  const { picked } = useInsight(errorGroupsOf, selection);
  const { groups, artifacts, builds, unread } = picked;
  if (artifacts === 0) return null;
  const listed = groups.slice(0, LISTED);
  return (
    <section aria-label="Failures by cause">
      <h2 className="text-sm text-muted">
        {plural(artifacts, 'failed artifact', 'failed artifacts')} in{' '}
        {plural(builds, 'build', 'builds')} by cause
        {unread > 0 && `, ${formatCount(unread)} still to be read`}
      </h2>
      <ul className="flex flex-col gap-0.5 text-sm">
        {listed.map(({ group, matching }) => (
          <li key={group.fingerprint} className="flex min-w-0 items-baseline gap-x-2">
            <span className="shrink-0 tabular-nums">{formatCount(matching.artifacts)}</span>
            <span className="min-w-0 wrap-anywhere">
              <PageLink href={causeLink(id, group.fingerprint)}>
                {makeVisible(group.kind.slice(0, 200))}
              </PageLink>
            </span>
          </li>
        ))}
        {groups.length > LISTED && (
          <li>
            <PageLink href={batchLink(id, 'errors')}>
              and {formatCount(groups.length - LISTED)} more causes
            </PageLink>
          </li>
        )}
      </ul>
    </section>
  );
}
