import type { BuildTable } from '../../list/BuildTable.ts';
import { endOrCreation, LONGEST_MS, usableDuration } from '../buildTimes.ts';
import { ACTIVE, CANCELLED, COMPLETED, FAILED } from '../StatusKinds.ts';
import type { CompareSources } from './CompareSources.ts';
import {
  CHANGES,
  type Change,
  type Compared,
  type ComparedImage,
  type SideCounts,
} from './Comparison.ts';
import { compareTimes } from './compareTimes.ts';
import { AFTER, BEFORE, NEITHER } from './Sides.ts';

/**
 * Two sets of builds, paired by image. What became of an image is true of the whole list; `rows`
 * are those that the filter lets through: they are counted, and an image appears by the build that
 * decides its change.
 */
export function compareBuilds(sources: CompareSources, rows: Iterable<number>): Compared {
  const { table, sides } = sources;
  const picked = new Uint8Array(table.rowCount);
  for (const row of rows) if (sides[row] !== NEITHER) picked[row] = 1;
  const isPicked = (row: number) => picked[row] === 1;
  const images = pairImages(sources).filter(({ before, after }) => isPicked(after ?? before ?? -1));
  const { created, started } = table;
  return {
    before: countSide(sources, picked, BEFORE),
    after: countSide(sources, picked, AFTER),
    images,
    durations: compareTimes(sources, isPicked, (row) => usableDuration(table, row)),
    waits: compareTimes(sources, isPicked, (row) => {
      const wait = (started[row] ?? Number.NaN) - (created[row] ?? Number.NaN);
      return wait >= 0 && wait < LONGEST_MS ? wait : Number.NaN;
    }),
  };
}

/** Every image of the two sides, the most telling change first, then as its build comes. */
export function pairImages({ table, kinds, images, sides }: CompareSources): ComparedImage[] {
  const before = new Map<number, number>();
  const after = new Map<number, number>();
  const { rowCount, status } = table;
  for (let row = 0; row < rowCount; row += 1) {
    const side = sides[row];
    if (side === NEITHER || side === undefined) continue;
    const kind = kinds[status[row] ?? 0];
    if (kind !== COMPLETED && kind !== FAILED) continue;
    const newest = side === BEFORE ? before : after;
    const image = images[row] ?? 0;
    const held = newest.get(image);
    if (held === undefined || isLater(table, row, held)) newest.set(image, row);
  }
  const isBroken = (row: number | undefined) =>
    row === undefined ? null : kinds[status[row] ?? 0] === FAILED;
  const byChange = new Map<Change, ComparedImage[]>(CHANGES.map((change) => [change, []]));
  for (const image of new Set([...after.keys(), ...before.keys()])) {
    const [old, now] = [before.get(image), after.get(image)];
    const change = changeOf(isBroken(old), isBroken(now));
    byChange.get(change)?.push({ change, before: old ?? null, after: now ?? null });
  }
  return [...byChange.values()].flat();
}

/** Ties go to the build that was created later, then to the later row. */
function isLater(table: BuildTable, row: number, held: number): boolean {
  const ends = order(endOrCreation(table, row), endOrCreation(table, held));
  return (ends || order(table.created[row], table.created[held]) || row - held) > 0;
}

/** Unknown times come before all others. */
function order(a = Number.NaN, b = Number.NaN): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a - b;
}

function changeOf(before: boolean | null, after: boolean | null): Change {
  if (before === null) return 'only-after';
  if (after === null) return 'only-before';
  if (before) return after ? 'still-broken' : 'newly-good';
  return after ? 'newly-broken' : 'still-good';
}

function countSide(
  { table, kinds, sides }: CompareSources,
  picked: Uint8Array,
  side: number,
): SideCounts {
  const counts = [0, 0, 0, 0, 0];
  let builds = 0;
  for (let row = 0; row < picked.length; row += 1) {
    if (picked[row] !== 1 || sides[row] !== side) continue;
    const kind = kinds[table.status[row] ?? 0] ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
    builds += 1;
  }
  return {
    builds,
    completed: counts[COMPLETED] ?? 0,
    failed: counts[FAILED] ?? 0,
    cancelled: counts[CANCELLED] ?? 0,
    unfinished: counts[ACTIVE] ?? 0,
    other: counts[0] ?? 0,
  };
}
