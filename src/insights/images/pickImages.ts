import type { Clause } from '../../list/Query.ts';
import { COMPLETED, FAILED } from '../StatusKinds.ts';
import type { ImageFacts, PickedImage, PickedImages } from './ImageFacts.ts';

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
  { table, names }: ImageFacts,
  kinds: Uint8Array,
  rows: Uint32Array,
  rateRows: Uint32Array | null,
): PickedImages {
  const { name, status } = table;
  const size = table.texts.names.size;
  const builds = new Uint32Array(size);
  const order: number[] = [];
  for (const row of rows) {
    const code = name[row] ?? 0;
    if (builds[code] === 0) order.push(code);
    builds[code] = (builds[code] ?? 0) + 1;
  }
  const completed = new Uint32Array(rateRows === null ? 0 : size);
  const failed = new Uint32Array(rateRows === null ? 0 : size);
  for (const row of rateRows ?? []) {
    const code = name[row] ?? 0;
    const kind = kinds[status[row] ?? 0];
    if (kind === COMPLETED) completed[code] = (completed[code] ?? 0) + 1;
    else if (kind === FAILED) failed[code] = (failed[code] ?? 0) + 1;
  }
  const images: PickedImage[] = [];
  let unread = 0;
  for (const code of order) {
    const image = names[code];
    if (image === undefined) {
      unread += builds[code] ?? 0;
      continue;
    }
    const outcomes =
      rateRows === null
        ? image.outcomes
        : { completed: completed[code] ?? 0, failed: failed[code] ?? 0 };
    images.push({ image, builds: builds[code] ?? 0, outcomes });
  }
  return { images, builds: rows.length, unread };
}
