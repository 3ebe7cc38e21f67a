import { knownStatus, STATUSES } from '../../contract/status.ts';
import { words } from '../../lib/grown.ts';
import { compareText, foldCase } from '../../lib/text.ts';
import type { ErrorLines } from '../../list/ErrorLines.ts';
import type { SortKey } from '../../list/Query.ts';
import type { BuildColumns } from '../columns/BuildColumns.ts';
import { NO_RANK, reversed, type SortedRows, sortByKey, sortByRank } from './radix.ts';
import { durations, waits } from './spans.ts';

/**
 * Puts rows in the order of the keys, the first key first. `rows` come in the default order,
 * created descending, in which ties stay. Null when there is no key.
 */
export function sortRows(
  rows: Uint32Array,
  sort: readonly SortKey[],
  columns: BuildColumns,
  now: number,
  lines: ErrorLines | null = null,
): SortedRows | null {
  const [only] = sort;
  if (only?.column === 'created' && sort.length === 1) {
    const byCreated = asSorted(rows, columns.created.ms);
    return only.descending ? byCreated : reversed(byCreated);
  }
  let sorted: SortedRows | null = null;
  for (const key of sort.toReversed())
    sorted = sortBy(sorted?.rows ?? rows, key, columns, now, lines);
  return sorted;
}

/** The default order is sorted already. */
function asSorted(rows: Uint32Array, created: Float64Array): SortedRows {
  let known = rows.length;
  while (known > 0 && Number.isNaN(created[rows[known - 1] ?? 0])) known -= 1;
  return { rows, known, isTie: (a, b) => created[a] === created[b] };
}

function sortBy(
  rows: Uint32Array,
  { column, descending }: SortKey,
  columns: BuildColumns,
  now: number,
  lines: ErrorLines | null,
): SortedRows {
  const { ranked } = columns;
  switch (column) {
    case 'created':
    case 'started':
    case 'ended':
      return sortByKey(rows, columns[column].ms.slice(0, columns.rows), descending);
    case 'duration':
      return sortByKey(rows, durations(columns, now), descending);
    case 'wait':
      return sortByKey(rows, waits(columns, now), descending);
    case 'artifacts': {
      const { ranks, size } = countRanks(columns);
      return sortByRank(rows, ranks, size, descending);
    }
    case 'image': {
      const ranks = ranksOf(columns.name, ranked.names.ranks, columns.rows);
      return sortByRank(rows, ranks, columns.names.size, descending);
    }
    case 'tag': {
      const ranks = ranksOf(columns.tag, ranked.tags.ranks, columns.rows);
      return sortByRank(rows, ranks, columns.tags.size, descending);
    }
    case 'status': {
      const ranks = ranksOf(columns.status, statusRanks(columns), columns.rows);
      return sortByRank(rows, ranks, columns.statuses.size, descending);
    }
    case 'id':
      return sortByRank(rows, ranked.ids.ranks.slice(0, columns.rows), columns.rows, descending);
    case 'error':
      return sortByRank(
        rows,
        errorRanks(columns, lines),
        columns.artifacts.errors.size,
        descending,
      );
  }
}

/** The rank of each row, from the rank of each code. */
function ranksOf(codes: Uint32Array, ranks: Uint32Array, rows: number): Uint32Array {
  const found = words(rows);
  for (let row = 0; row < rows; row += 1) found[row] = ranks[codes[row] ?? 0] ?? NO_RANK;
  return found;
}

/** The number of artifacts of each row, and one more than the most. */
function countRanks({ rows, count, known }: BuildColumns): { ranks: Uint32Array; size: number } {
  const ranks = words(rows);
  let most = 0;
  for (let row = 0; row < rows; row += 1) {
    const artifacts = count[row] ?? 0;
    ranks[row] = known[row] === 1 ? artifacts : NO_RANK;
    if (artifacts > most) most = artifacts;
  }
  return { ranks, size: most + 1 };
}

/** The contract's order, then unknown words; words that differ in case only are one. */
function statusRanks({ statuses }: BuildColumns): Uint32Array {
  const forms = Array.from(statuses.pool, (word) => knownStatus(word) ?? foldCase(word));
  const known: readonly string[] = STATUSES;
  const rankOf = (form: string) => (known.includes(form) ? known.indexOf(form) : known.length);
  const order = [...new Set(forms)].sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b));
  const places = new Map(order.map((form, place) => [form, place]));
  return Uint32Array.from(forms, (form) => places.get(form) ?? NO_RANK);
}

/** By the line that stands for the first error: the one picked, or its first. */
function errorRanks(
  { firstError, artifacts, ranked, rows }: BuildColumns,
  lines: ErrorLines | null,
): Uint32Array {
  const { firstLines } = artifacts;
  const picked = lines?.ranks();
  const ranks = picked ?? ranked.errors.ranks;
  const found = words(rows);
  for (let row = 0; row < rows; row += 1) {
    const code = firstError[row] ?? 0;
    const line = picked ? code - 1 : (firstLines[code - 1] ?? 0);
    found[row] = code === 0 ? NO_RANK : (ranks[line] ?? NO_RANK);
  }
  return found;
}
