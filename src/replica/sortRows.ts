import { STATUSES } from '../contract/status.ts';
import { compareText } from '../lib/text.ts';
import type { BuildColumns } from './BuildColumns.ts';
import { durations, waits } from './clauseTest.ts';
import { floats } from './grown.ts';
import type { SortColumn, SortKey } from './query.ts';
import { type SortedRows, sortByKey } from './radix.ts';

/**
 * Puts rows in the order of the keys, the first key first. `rows` come in the default order, in
 * which ties stay. Null when there is no key.
 */
export function sortRows(
  rows: Uint32Array,
  sort: readonly SortKey[],
  columns: BuildColumns,
  now: number,
): SortedRows | null {
  let sorted: SortedRows | null = null;
  for (const key of sort.toReversed()) {
    const keys = keysOf(key.column, columns, now);
    sorted = sortByKey(sorted?.rows ?? rows, keys, key.descending);
  }
  return sorted;
}

/** The key of each row, NaN where the build has none. */
function keysOf(column: SortColumn, columns: BuildColumns, now: number): Float64Array<ArrayBuffer> {
  const { name, tag, status, ranked, count } = columns;
  switch (column) {
    case 'created':
    case 'started':
    case 'ended':
      return columns[column].ms.slice(0, columns.rows);
    case 'duration':
      return keysBy(columns, durations(columns, now));
    case 'wait':
      return keysBy(columns, waits(columns, now));
    case 'artifacts':
      return keysBy(columns, (row) => {
        const artifacts = count[row] ?? -1;
        return artifacts < 0 ? Number.NaN : artifacts + ALIGNED;
      });
    case 'image': {
      const { ranks } = ranked.names;
      return keysBy(columns, (row) => ALIGNED + (ranks[name[row] ?? 0] ?? 0));
    }
    case 'tag': {
      const { ranks } = ranked.tags;
      return keysBy(columns, (row) => ALIGNED + (ranks[tag[row] ?? 0] ?? 0));
    }
    case 'id': {
      const { ranks } = ranked.ids;
      return keysBy(columns, (row) => ALIGNED + (ranks[row] ?? 0));
    }
    case 'status': {
      const ranks = statusRanks(columns);
      return keysBy(columns, (row) => ALIGNED + (ranks[status[row] ?? 0] ?? 0));
    }
    case 'error':
      return keysBy(columns, errorRanks(columns));
  }
}

/**
 * Added to whole numbers below it, so that their bits stand in the upper word of the double: two
 * digits to sort by in place of three.
 */
const ALIGNED = 2 ** 20;

function keysBy(columns: BuildColumns, keyOf: (row: number) => number): Float64Array<ArrayBuffer> {
  const keys = floats(columns.rows);
  for (let row = 0; row < keys.length; row += 1) keys[row] = keyOf(row);
  return keys;
}

/** The contract's order, then unknown words. */
function statusRanks(columns: BuildColumns): Uint32Array {
  const texts = [...columns.statuses.pool];
  const known: readonly string[] = STATUSES;
  const rankOf = (word: string) => (known.includes(word) ? known.indexOf(word) : known.length);
  const order = [...texts].sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b));
  return Uint32Array.from(texts, (word) => order.indexOf(word));
}

/** By the first line of the first error that is not empty. */
function errorRanks(columns: BuildColumns): (row: number) => number {
  const { first, count, artifacts, ranked } = columns;
  const { error, errors, firstLines } = artifacts;
  const { ranks } = ranked.errors;
  const empty = errors.find('');
  return (row) => {
    const from = first[row] ?? 0;
    const end = from + (count[row] ?? 0);
    for (let at = from; at < end; at += 1) {
      const code = (error[at] ?? 0) - 1;
      if (code >= 0 && code !== empty) return ALIGNED + (ranks[firstLines[code] ?? 0] ?? 0);
    }
    return Number.NaN;
  };
}
