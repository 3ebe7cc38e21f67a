import { PickedLines } from '../../../insights/errors/PickedLines.ts';
import type { ErrorLines } from '../../../list/ErrorLines.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import { workInSlices } from './workInSlices.ts';

/** Some lines, and the table whose texts they are of. */
export interface TableLines {
  readonly table: Replica['table'];
  readonly lines: ErrorLines;
}

/**
 * Picks the lines that stand for the error texts of a replica, slice by slice while the page is
 * idle, and gives them on each time all texts there are have one; undefined once there is another
 * list. Returns how to end that.
 */
export function followErrorLines(
  replica: Pick<Replica, 'table' | 'subscribe'>,
  onLines: (lines: TableLines | undefined) => void,
): () => void {
  let table = replica.table;
  let picked = new PickedLines(table);
  let cancel: (() => void) | null = null;
  const look = () => {
    if (table !== replica.table) {
      cancel?.();
      cancel = null;
      table = replica.table;
      picked = new PickedLines(table);
      // Nothing of another list is kept until this one has lines, which it may never have.
      onLines(undefined);
    }
    if (cancel !== null || picked.isDone) return;
    cancel = workInSlices(
      (budgetMs) => picked.work(budgetMs),
      () => {
        cancel = null;
        onLines({ table, lines: picked.lines() });
      },
    );
  };
  const unsubscribe = replica.subscribe(look);
  look();
  return () => {
    unsubscribe();
    cancel?.();
  };
}
