import type { BuildTable } from '../../list/BuildTable.ts';
import { ACTIVE, COMPLETED } from '../StatusKinds.ts';
import type { Race } from './Race.ts';

/** Clocks and queues differ by as much: pushes and ends nearer to each other have no order. */
const APART_MS = 2000;

interface Written {
  readonly row: number;
  readonly created: number;
  readonly ended: number;
  readonly type: string;
  readonly path: string;
}

/**
 * The races among the builds of one image. Of each type and path, the build that finished last is
 * the holder; it raced when a build that was created later finished earlier. Active builds that are
 * older than a finished one are open races, stalled ones among them (`isOpen`).
 */
export function readRaces(
  table: BuildTable,
  kinds: Uint8Array,
  rows: readonly number[],
): readonly Race[] {
  if (rows.length < 2) return [];
  const groups = new Map<string, Written[]>();
  for (const row of rows) {
    for (const one of writtenBy(table, kinds, row)) {
      const key = `${one.type}\n${one.path}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  const races: Race[] = [];
  for (const group of groups.values()) {
    const race = lostRace(group);
    if (race !== null) races.push(race);
  }
  const newest = newestOf([...groups.values()].flat());
  if (newest === undefined) return races;
  for (const row of rows) {
    const created = table.created[row] ?? Number.NaN;
    const active = kinds[table.status[row] ?? 0] === ACTIVE;
    if (!active || !(newest.created > created + APART_MS)) continue;
    races.push({ older: row, newer: newest.row, type: null, path: null, open: true });
  }
  return races;
}

function writtenBy(table: BuildTable, kinds: Uint8Array, row: number): Written[] {
  const { first, count, status, type, ended } = table.artifacts;
  const created = table.created[row] ?? Number.NaN;
  const from = first[row] ?? 0;
  const written: Written[] = [];
  if (Number.isNaN(created)) return written;
  for (let place = from; place < from + (count[row] ?? 0); place += 1) {
    if (kinds[status[place] ?? 0] !== COMPLETED) continue;
    const own = ended[place] ?? Number.NaN;
    const end = Number.isNaN(own) ? (table.ended[row] ?? Number.NaN) : own;
    const path = table.pathAt(row, place)?.trim() ?? '';
    if (Number.isNaN(end) || path === '') continue;
    written.push({ row, created, ended: end, type: table.texts.types.at(type[place] ?? 0), path });
  }
  return written;
}

function lostRace(group: readonly Written[]): Race | null {
  const [first, ...others] = group;
  if (first === undefined || others.length === 0) return null;
  const holder = others.reduce((last, one) => (one.ended > last.ended ? one : last), first);
  const overtaken = newestOf(
    group.filter(
      (one) => one.created > holder.created + APART_MS && one.ended < holder.ended - APART_MS,
    ),
  );
  if (overtaken === undefined) return null;
  const { type, path } = holder;
  return { older: holder.row, newer: overtaken.row, type, path, open: false };
}

function newestOf(all: readonly Written[]): Written | undefined {
  return all.reduce<Written | undefined>(
    (newest, one) => (newest === undefined || one.created > newest.created ? one : newest),
    undefined,
  );
}
