import { useMemo } from 'react';
import { readError } from '../../../insights/errors/text/readError.ts';
import { plural } from '../../../lib/number.ts';
import { firstErrorOf } from '../../../list/facts.ts';
import type { Query } from '../../../list/Query.ts';
import { useReplica } from '../../../replica/useReplica.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';
import type { BuildRecord } from '../../build/BuildRecord.ts';
import { PageLink } from '../../frame/lens/PageLink.tsx';
import { useMarks } from '../../frame/list/useMarks.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { useSteps } from '../../frame/list/useSteps.ts';

/** How many others failed for what this build failed for, and the way to them. */
export function CauseLink({ record }: { readonly record: BuildRecord }) {
  const { imageName, artifacts } = record.build;
  const text = firstErrorOf(artifacts);
  const cause = useMemo(
    () => (text === null ? null : readError(text, imageName).fingerprint),
    [text, imageName],
  );
  if (cause === null) return null;
  return <Others row={record.row} cause={cause} />;
}

function Others({ row, cause }: { readonly row: number; readonly cause: string }) {
  const replica = usePageReplica();
  const { version, completeness } = useReplica(replica);
  const now = useSteps();
  const query = useMemo(() => queryOf(cause), [cause]);
  const { marks, pending } = useMarks(query, replica, version, now);
  const others = useMemo(() => {
    const bits = marks('cause', cause)?.bits;
    if (bits === undefined || bits[row] !== 1) return null;
    return bits.reduce((sum, bit) => sum + bit, 0) - 1;
  }, [marks, cause, row]);
  // What it says of itself is no cause of a failure, such as an error of an attempt built again.
  if (!pending && others === null) return null;
  const soFar = completeness === 'complete' ? '' : ' so far';
  if (!pending && others === 0) {
    return <span className="text-sm text-muted">No other build failed for this{soFar}</span>;
  }
  const link = printView(
    makeView({ filter: [{ kind: 'mark', field: 'cause', value: cause, not: false }] }),
  );
  return (
    <PageLink href={link}>
      {pending || others === null
        ? 'Builds that failed for this'
        : `${plural(others, 'other build', 'other builds')} failed for this${soFar}`}
    </PageLink>
  );
}

function queryOf(key: string): Query {
  return { clauses: [{ kind: 'marked', mark: 'cause', key, not: false }], sort: [] };
}
