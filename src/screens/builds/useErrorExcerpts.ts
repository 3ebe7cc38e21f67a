import { useEffect, useMemo, useState } from 'react';
import type { ErrorExcerpts } from '../build/ErrorExcerpts.ts';
import { useList } from '../frame/list/useList.ts';

/** What was hit in the errors of the builds shown; null where no text is searched for. */
export function useErrorExcerpts(): ErrorExcerpts | null {
  const { clauses, key } = useList();
  const [Excerpts, setExcerpts] = useState<typeof ErrorExcerpts>();
  const isSearching = clauses.some(({ kind }) => kind === 'text');
  // Its code comes from the network when it is first needed; without it nothing is marked.
  useEffect(() => {
    if (!isSearching) return;
    import('../build/ErrorExcerpts.ts').then(
      (found) => setExcerpts(() => found.ErrorExcerpts),
      () => undefined,
    );
  }, [isSearching]);
  // The clauses are others for each moment: what they were made of decides.
  return useMemo(
    () => (isSearching && Excerpts ? new Excerpts(clauses) : null),
    [isSearching, Excerpts, key],
  );
}
