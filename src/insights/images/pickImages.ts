import { words } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { Clause } from '../../list/Query.ts';
import { COMPLETED, FAILED } from '../StatusKinds.ts';
import type { ImageFacts } from './ImageFacts.ts';
import { PickedImages, type Rates } from './PickedImages.ts';

/** Marks that say how a build ended, or whether it is long: a rate over them says nothing. */
const OUTCOME_MARKS: readonly string[] = ['broken', 'slow', 'race', 'cause', 'compared'];

/**
 * True for a clause that rates leave out, because it asks for an outcome: with `status=FAILED`
 * every rate would be 0.
 */
export function isOutcomeClause(clause: Clause): boolean {
  if (clause.kind === 'marked') return OUTCOME_MARKS.includes(clause.mark);
  if (clause.kind === 'text') return clause.field === 'error';
  return clause.kind === 'status' || clause.kind === 'is' || clause.kind === 'has';
}

/** The names of the rows, in the order in which they first come. See `ImageNames.pick`. */
export function pickImages(
  facts: ImageFacts,
  kinds: Uint8Array,
  rows: Uint32Array,
  rateRows: Uint32Array | null,
): PickedImages {
  const { table, names, columns } = facts;
  const { name, status } = table;
  const size = table.texts.names.size;
  const builds = words(size);
  const order = words(Math.min(size, rows.length));
  let named = 0;
  for (const row of rows) {
    const code = name[row] ?? 0;
    if (builds[code] === 0) {
      order[named] = code;
      named += 1;
    }
    builds[code] = (builds[code] ?? 0) + 1;
  }
  let count = 0;
  let unread = 0;
  for (let at = 0; at < named; at += 1) {
    const code = order[at] ?? 0;
    if (names[code] === undefined) {
      unread += builds[code] ?? 0;
      continue;
    }
    order[count] = code;
    count += 1;
  }
  const rates =
    rateRows === null ? columns : countOutcomes(rateRows, kinds, { name, status, size });
  return new PickedImages(facts, order.subarray(0, count), builds, rates, {
    builds: rows.length,
    unread,
  });
}

/** How the builds of some rows ended, by name code. */
function countOutcomes(
  rows: Uint32Array,
  kinds: Uint8Array,
  { name, status, size }: Pick<BuildTable, 'name' | 'status'> & { readonly size: number },
): Rates {
  const completed = words(size);
  const failed = words(size);
  for (const row of rows) {
    const code = name[row] ?? 0;
    const kind = kinds[status[row] ?? 0];
    if (kind === COMPLETED) completed[code] = (completed[code] ?? 0) + 1;
    else if (kind === FAILED) failed[code] = (failed[code] ?? 0) + 1;
  }
  return { completed, failed };
}
