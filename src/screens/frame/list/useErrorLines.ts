import { useEffect, useState } from 'react';
import type { ErrorLines } from '../../../list/ErrorLines.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import type { TableLines } from './followErrorLines.ts';

/** The lines that stand for the error texts; null until the first were picked, after the first rows. */
export function useErrorLines(replica: Replica, hasRows: boolean): ErrorLines | null {
  const [found, setFound] = useState<TableLines>();
  // Work between the browser's own tasks is outside of React; its code comes behind the first rows.
  useEffect(() => {
    if (!hasRows) return;
    let stop: (() => void) | null = () => undefined;
    import('./followErrorLines.ts').then(
      ({ followErrorLines }) => {
        if (stop) stop = followErrorLines(replica, setFound);
      },
      () => undefined,
    );
    return () => {
      stop?.();
      stop = null;
      setFound(undefined);
    };
  }, [replica, hasRows]);
  return found?.table === replica.table ? found.lines : null;
}
