import { isOutcomeClause } from '../../insights/images/pickImages.ts';
import type { Clause } from '../../list/Query.ts';
import { resolveView } from '../../views/resolveView.ts';
import type { Filter } from '../../views/terms/Filter.ts';

/** True for a condition that a comparison makes itself: on the outcome, or on the creation. */
export function isLeftOut(clause: Clause): boolean {
  return isOutcomeClause(clause) || (clause.kind === 'time' && clause.field === 'created');
}

/** What a filter says of the builds that are compared. */
export function comparedFilter(filter: Filter): Filter {
  const { clauses } = resolveView({ filter, zone: null, sort: [] }, 0);
  return filter.filter((_, at) => {
    const clause = clauses[at];
    return clause !== undefined && !isLeftOut(clause);
  });
}
