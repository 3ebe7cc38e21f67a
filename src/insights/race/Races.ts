import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import type { Mark } from '../../list/Marks.ts';
import { ImageCodes } from '../ImageCodes.ts';
import { KeptMarks } from '../KeptMarks.ts';
import { RecordsByKey } from '../RecordsByKey.ts';
import { StatusKinds } from '../StatusKinds.ts';
import type { Race } from './Race.ts';
import { readRaces } from './readRaces.ts';

/** The mark of builds in a race. */
const RACE = 'race';

/** The races of the whole list. */
export interface RaceFacts {
  readonly complete: boolean;
  /** Images that `work` is still to read. */
  readonly unreadImages: number;
  readonly races: readonly Race[];
  /** The races of each row that is in one. */
  readonly byRow: ReadonlyMap<number, readonly Race[]>;
  readonly table: BuildTable;
}

/** What a filter lets through: races of which one of both builds matches. */
export interface PickedRaces {
  readonly races: readonly Race[];
}

/**
 * Tag races: which images may hold an older build than the one pushed last. Use as any insight:
 * `facts`, `work` until it says true, `facts` again. An open race whose older build stalls is none
 * any more.
 */
export class Races implements Insight<RaceFacts, PickedRaces> {
  readonly #kinds = new StatusKinds();
  readonly #images = new ImageCodes();
  readonly #records = new RecordsByKey<readonly Race[] | undefined>((table, _image, rows) => {
    const races = readRaces(table, this.#kinds.of(table), rows);
    return races.length === 0 ? undefined : races;
  });
  readonly #marks = new KeptMarks();
  #all: { readonly races: readonly Race[]; readonly key: string } | null = null;
  #kept: RaceFacts | null = null;

  facts(table: BuildTable, now: number): RaceFacts {
    const key = `${table.epoch} ${table.version} ${table.complete} ${this.#records.version}`;
    let all = this.#all;
    const same = all?.key === key && this.#kept?.table === table;
    if (all === null || !same) {
      this.#records.follow(table, this.#images.of(table));
      const races: Race[] = [];
      this.#records.records.forEach((record) => {
        if (record !== undefined) races.push(...record);
      });
      all = { races, key };
      this.#all = all;
    }
    const races = all.races.filter((race) => isCurrent(race, table, now));
    if (same && this.#kept !== null && sameRaces(races, this.#kept.races)) return this.#kept;
    this.#kept = {
      complete: table.complete,
      unreadImages: this.#records.pending,
      races,
      byRow: byRow(races),
      table,
    };
    return this.#kept;
  }

  pick({ races, table }: RaceFacts, rows: Uint32Array): PickedRaces {
    const picked = new Uint8Array(table.rowCount);
    for (const row of rows) picked[row] = 1;
    return { races: races.filter((one) => picked[one.older] === 1 || picked[one.newer] === 1) };
  }

  work(budgetMs: number): boolean {
    return this.#records.work(budgetMs);
  }

  /** The mark `race`: both builds of each race, as of the last `facts`. Null for other marks. */
  mark(mark: string, key: string): Mark | null {
    if (mark !== RACE) return null;
    const facts = this.#kept;
    const made = this.#marks.mark(key, facts, facts?.table.rowCount ?? 0, () =>
      facts === null ? [] : facts.byRow.keys(),
    );
    // An open race ends when its older build stalls.
    return { ...made, movesWithTime: facts?.races.some((race) => race.open) ?? false };
  }
}

function isCurrent(race: Race, table: BuildTable, now: number): boolean {
  return !race.open || !isStalledAt(table.created[race.older] ?? Number.NaN, now);
}

function sameRaces(a: readonly Race[], b: readonly Race[]): boolean {
  return a.length === b.length && a.every((race, at) => race === b[at]);
}

function byRow(races: readonly Race[]): ReadonlyMap<number, readonly Race[]> {
  const found = new Map<number, Race[]>();
  for (const race of races) {
    for (const row of [race.older, race.newer]) {
      const own = found.get(row);
      if (own === undefined) found.set(row, [race]);
      else own.push(race);
    }
  }
  return found;
}
