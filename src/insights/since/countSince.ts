import type { BuildTable } from '../../list/BuildTable.ts';
import type { ErrorFacts } from '../errors/ErrorFacts.ts';
import type { ImageFacts } from '../images/ImageFacts.ts';
import { CANCELLED, COMPLETED, FAILED } from '../StatusKinds.ts';
import { isAfter } from './isAfter.ts';

/** What happened after a moment. Each count is that of one filter over the whole list. */
export interface SinceCounts {
  /** False: all of it is "so far", and nothing is new. */
  readonly complete: boolean;
  /** `is:ended ended:>MOMENT` */
  readonly ended: number;
  /** `status:failed ended:>MOMENT` */
  readonly failed: number;
  /** Fingerprints of causes that were first seen after it; none on a partial list. */
  readonly newCauses: readonly string[];
  /** `is:broken ended:>MOMENT`: images that are broken now, by a build that ended after it. */
  readonly broken: number;
}

interface SinceSources {
  readonly table: BuildTable;
  /** By status code (`StatusKinds`). */
  readonly kinds: Uint8Array;
  readonly errors: ErrorFacts;
  readonly images: ImageFacts;
}

/** Counts what happened after a moment, milliseconds since the epoch: one pass over the list. */
export function countSince(
  { table, kinds, errors, images }: SinceSources,
  moment: number,
): SinceCounts {
  let ended = 0;
  let failed = 0;
  for (let row = 0; row < table.rowCount; row += 1) {
    if (table.alive[row] !== 1 || !isAfter(table.ended[row], moment)) continue;
    const kind = kinds[table.status[row] ?? 0];
    if (kind === FAILED) failed += 1;
    if (kind === FAILED || kind === COMPLETED || kind === CANCELLED) ended += 1;
  }
  // Causes may still be those of the list in parts.
  const complete = table.complete && errors.complete;
  const news = complete
    ? errors.groups.filter(({ first, all }) => all.artifacts > 0 && isAfter(first, moment))
    : [];
  let broken = 0;
  for (const name of images.names) {
    for (const tag of name?.tags ?? []) {
      if (tag.broken && isAfter(table.ended[tag.row], moment)) broken += 1;
    }
  }
  const newCauses = news.map(({ fingerprint }) => fingerprint);
  return { complete, ended, failed, newCauses, broken };
}
