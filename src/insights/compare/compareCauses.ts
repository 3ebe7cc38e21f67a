import type { ErrorFacts } from '../errors/ErrorFacts.ts';
import { AFTER, BEFORE } from './Sides.ts';

/** A cause, and how often it was seen on each side. */
export interface ComparedCause {
  readonly fingerprint: string;
  readonly kind: string;
  /** Failed artifacts, and the builds that hold them. */
  readonly before: CauseCount;
  readonly after: CauseCount;
}

export interface CauseCount {
  readonly artifacts: number;
  readonly builds: number;
}

export interface ComparedCauses {
  /** Most failed artifacts first. */
  readonly onlyAfter: readonly ComparedCause[];
  readonly onlyBefore: readonly ComparedCause[];
  /** On both sides. */
  readonly both: number;
  /** Failed artifacts of the two sides whose texts are still to be read. */
  readonly unread: number;
}

/** The causes of the failures among some rows that one side has and the other has not. */
export function compareCauses(
  { failures, groups, table }: Pick<ErrorFacts, 'failures' | 'groups' | 'table'>,
  sides: Uint8Array,
  rows: Iterable<number>,
): ComparedCauses {
  const picked = new Uint8Array(table.rowCount);
  for (const row of rows) picked[row] = 1;
  const counts = new Map<number, [CauseCount, CauseCount]>();
  const lastRow = new Map<number, number>();
  let unread = 0;
  for (let at = 0; at < failures.count; at += 1) {
    const row = failures.row[at] ?? 0;
    const side = sides[row];
    if (picked[row] !== 1 || (side !== BEFORE && side !== AFTER)) continue;
    const cause = failures.cause[at] ?? -1;
    if (cause < 0) {
      unread += 1;
      continue;
    }
    const held = counts.get(cause) ?? [NONE, NONE];
    const place = side === BEFORE ? 0 : 1;
    // Failures of a build stand together.
    const another = lastRow.get(cause) !== row;
    lastRow.set(cause, row);
    const { artifacts, builds } = held[place];
    const now = { artifacts: artifacts + 1, builds: builds + Number(another) };
    counts.set(cause, place === 0 ? [now, held[1]] : [held[0], now]);
  }
  const compared = groups.flatMap((group): ComparedCause[] => {
    const found = counts.get(group.number);
    if (found === undefined) return [];
    const [before, after] = found;
    return [{ fingerprint: group.fingerprint, kind: group.kind, before, after }];
  });
  const onlyAfter = compared.filter(({ before }) => before.artifacts === 0);
  const onlyBefore = compared.filter(({ after }) => after.artifacts === 0);
  return {
    onlyAfter: onlyAfter.sort((a, b) => b.after.artifacts - a.after.artifacts),
    onlyBefore: onlyBefore.sort((a, b) => b.before.artifacts - a.before.artifacts),
    both: compared.length - onlyAfter.length - onlyBefore.length,
    unread,
  };
}

const NONE: CauseCount = { artifacts: 0, builds: 0 };
