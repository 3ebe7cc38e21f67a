import { useMemo } from 'react';
import {
  leftWords,
  lengthWords,
  rungWords,
  usualWords,
} from '../../../insights/durations/usualWords.ts';
import { durationsOf } from '../../frame/insights/durationsOf.ts';
import { useList } from '../../frame/list/useList.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { useSteps } from '../../frame/list/useSteps.ts';

/** How long builds like this one usually take, what they are, and what is left of this one. */
export function UsualLine({ row }: { readonly row: number }) {
  const replica = usePageReplica();
  const { version } = useList().state;
  const now = useSteps();
  const estimate = useMemo(
    () => durationsOf(replica).estimate(replica.table, row, now),
    [replica, row, now, version],
  );
  if (estimate === null) return null;
  const long = lengthWords(estimate.progress?.length);
  const left = leftWords(estimate);
  return (
    <p className="px-2 py-0.5 text-sm">
      <span className="inline-block first-letter:uppercase">{usualWords(estimate)}</span>{' '}
      <span className="text-muted">({rungWords(estimate)}).</span>
      {long !== '' && <span className="tone-waiting text-tone"> Runs {long}.</span>}
      {left !== '' && <span> {left}.</span>}
    </p>
  );
}
