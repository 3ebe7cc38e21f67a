import type { BuildTable } from '../../list/BuildTable.ts';
import { familyOf } from '../familyOf.ts';
import { ACTIVE } from '../StatusKinds.ts';
import { sortByTime } from '../sortByTime.ts';
import type { Batch } from './Batch.ts';

/**
 * A push that pauses no longer goes on: time to read a message and press a key. With one or two in
 * flight nothing may run meanwhile, so the pause counts from an end as well as from a creation.
 */
export const GAP_MS = 2 * 60_000;
/** Only a young member shows that its client still pushes: an orphan runs for ever. */
const YOUNG_MS = 60 * 60_000;
/** Fewer images are looked at one by one. */
const FEWEST_IMAGES = 10;

/**
 * The batches among the builds of one family. In the order of their creation, a build belongs to
 * the batch before it when that is 2 minutes ago at most, or when one of its builds younger than an
 * hour was active in the last 2 minutes. Builds of unknown creation are in none.
 */
export function findBatches(
  table: BuildTable,
  kinds: Uint8Array,
  rows: readonly number[],
): readonly Batch[] {
  const known = rows.filter((row) => !Number.isNaN(table.created[row] ?? Number.NaN));
  const sorted = sortByTime(known, (row) => table.created[row] ?? 0);
  const ends = sorted.map((row) => endOf(table, kinds, row));
  const batches: Batch[] = [];
  let from = 0;
  // Members that may still be the last of the young ones to end: later ones end earlier.
  let young: number[] = [];
  for (let at = 0; at <= sorted.length; at += 1) {
    if (at > from && !(at < sorted.length && joins(table, sorted, ends, young, at))) {
      addBatch(table, sorted.slice(from, at), ends.slice(from, at), batches);
      from = at;
      young = [];
    }
    if (at === sorted.length) break;
    while (young.length > 0 && (ends[young.at(-1) ?? 0] ?? 0) <= (ends[at] ?? 0)) young.pop();
    young.push(at);
  }
  return batches;
}

/** True when the build at `at` belongs to the batch of those before. Drops those no longer young. */
function joins(
  { created }: BuildTable,
  sorted: readonly number[],
  ends: readonly number[],
  young: number[],
  at: number,
): boolean {
  const createdAt = (one: number) => created[sorted[one] ?? 0] ?? 0;
  const now = createdAt(at);
  if (now - createdAt(at - 1) <= GAP_MS) return true;
  let old = 0;
  while (old < young.length && now - createdAt(young[old] ?? 0) >= YOUNG_MS) old += 1;
  young.splice(0, old);
  const lastEnd = ends[young[0] ?? -1] ?? Number.NEGATIVE_INFINITY;
  return lastEnd >= now - GAP_MS;
}

/** When it was last active: never ended, for ever; an unknown end is as early as can be. */
function endOf({ status, created, started, ended }: BuildTable, kinds: Uint8Array, row: number) {
  if (kinds[status[row] ?? 0] === ACTIVE) return Number.POSITIVE_INFINITY;
  for (const time of [ended[row], started[row]]) {
    if (time !== undefined && !Number.isNaN(time)) return time;
  }
  return created[row] ?? 0;
}

function addBatch(
  table: BuildTable,
  rows: readonly number[],
  ends: readonly number[],
  batches: Batch[],
): void {
  const images = new Map<number, number>();
  const tags = new Set<number>();
  for (const row of rows) {
    const tag = table.tag[row] ?? 0;
    tags.add(tag);
    images.set((table.name[row] ?? 0) * MOST_TAGS + tag, row);
  }
  const [first = 0] = rows;
  if (images.size < FEWEST_IMAGES) return;
  const [tag = 0] = tags;
  const lastCreated = table.created[rows.at(-1) ?? 0] ?? 0;
  batches.push({
    id: table.id.at(first),
    family: familyOf(table.texts.names.at(table.name[first] ?? 0)),
    tag: tags.size === 1 ? table.texts.tags.at(tag) : null,
    rows,
    latest: [...images.values()],
    firstCreated: table.created[first] ?? 0,
    lastCreated,
    mostInFlight: peak(
      rows.map((row) => table.created[row] ?? 0),
      ends,
    ),
    endedSince: ends.filter((end) => end > lastCreated && Number.isFinite(end)).length,
  });
}

/** The most that were begun and not ended at one time; an end comes before a beginning. */
function peak(begins: readonly number[], ends: readonly number[]): number {
  const sorted = Float64Array.from(ends).sort();
  let ended = 0;
  let most = 0;
  begins.forEach((begin, at) => {
    while ((sorted[ended] ?? Number.POSITIVE_INFINITY) <= begin) ended += 1;
    most = Math.max(most, at + 1 - ended);
  });
  return most;
}

/** Room for name and tag codes in one exact number. */
const MOST_TAGS = 2 ** 26;
