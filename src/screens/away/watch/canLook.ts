import type { Batches } from '../../../insights/batches/Batches.ts';
import type { ErrorFacts } from '../../../insights/errors/ErrorFacts.ts';
import type { Watched } from '../../../insights/watch/Watched.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';

export interface KnownOfList {
  readonly watched: readonly Pick<Watched, 'kind'>[];
  readonly errors: Pick<ErrorFacts, 'table' | 'version' | 'unread'>;
  readonly batches: Pick<ReturnType<Batches['facts']>, 'table' | 'unreadFamilies'>;
  /** The version of the list that the pushes are of. */
  readonly version: number;
}

/**
 * True once all is known that a look at the list needs. What ended is looked at once, so its cause
 * and its push must be known by then: a long list is counted a little later than it has changed.
 */
export function canLook(
  { watched, errors, batches, version }: KnownOfList,
  table: BuildTable,
): boolean {
  const asks = (kind: Watched['kind']) => watched.some((one) => one.kind === kind);
  if (errors.table !== table || batches.table !== table) return false;
  if (asks('cause') && (errors.unread > 0 || errors.version !== version)) return false;
  return !(asks('batch') && batches.unreadFamilies > 0);
}
