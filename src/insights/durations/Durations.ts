import { knownStatus } from '../../contract/status.ts';
import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import type { Mark } from '../../list/Marks.ts';
import { FamilyCodes } from '../FamilyCodes.ts';
import { KeptMarks } from '../KeptMarks.ts';
import { ACTIVE, StatusKinds } from '../StatusKinds.ts';
import { sortByTime } from '../sortByTime.ts';
import { cohortOf } from './cohort.ts';
import { type Progress, progressAt, type Range, usualRange } from './estimate.ts';
import { KeptStarts } from './KeptStarts.ts';
import { Survival } from './Survival.ts';

/** The mark of builds that run longer than usual. */
const SLOW = 'slow';
/** Estimates are renewed in steps: a countdown would claim more than is known. */
const RENEWED_EACH_MS = 15_000;
/** Below so many completed ones of it, a rung of the ladder is left for the next. */
const FEWEST = { batch: 10, image: 5, name: 5, family: 20, type: 50 } as const;

/**
 * What a build is compared with: builds of its push, its image, its name, its family, or of its
 * types.
 */
export type Rung = keyof typeof FEWEST;

/** How long a build usually takes. */
export interface Estimate {
  readonly rung: Rung;
  /** Builds compared with that completed, and all of them. */
  readonly completed: number;
  readonly compared: number;
  /** The middle half: "usually 4 to 7 min". */
  readonly usual: Range;
  /** The longest seen, for "over 9 min". Milliseconds. */
  readonly longest: number;
  /** Null for a build that does not run, or is stalled. */
  readonly progress: Progress | null;
}

/** Which builds run longer than usual. */
export interface DurationFacts {
  readonly complete: boolean;
  /** Rows of builds that run longer than usual, and how much. */
  readonly slow: ReadonlyMap<number, Progress['length']>;
  /** By row of a running build, where there is anything to compare it with. */
  readonly estimates: ReadonlyMap<number, Estimate>;
  /** Running builds that `work` is still to compare: missing, or as they were before. */
  readonly unread: number;
  readonly table: BuildTable;
  /** As of when. Milliseconds since the epoch. */
  readonly now: number;
}

const NOTHING: Pick<DurationFacts, 'slow' | 'estimates'> = {
  slow: new Map(),
  estimates: new Map(),
};

/** The pushes of a list (`Batches`), as much as is needed of them. */
export interface Pushes {
  facts(table: BuildTable): {
    readonly batches: readonly { readonly rows: readonly number[] }[];
    /** By row: the place of its push; -1: none. */
    readonly batchOf: ArrayLike<number>;
  };
  work(budgetMs: number): boolean;
}

/** Which of them a filter lets through. */
export interface PickedDurations {
  readonly slow: readonly number[];
}

/** Is it slow: how long builds usually take, and which running ones take longer. */
export class Durations implements Insight<DurationFacts, PickedDurations> {
  readonly #kinds = new StatusKinds();
  readonly #families = new FamilyCodes();
  readonly #marks = new KeptMarks();
  readonly #batches: Pushes | null;
  readonly #batchStarts = new WeakMap<object, readonly number[]>();
  #familiesRead = false;
  readonly #starts = new KeptStarts();
  #running: { readonly rows: readonly number[]; next: number } = { rows: [], next: 0 };
  #found = new Map<number, Progress['length']>();
  #estimates = new Map<number, Estimate>();
  #kept: { facts: DurationFacts; key: string; done: boolean; epoch: number } | null = null;

  /** With the pushes of the same list, builds are compared with those of their own first. */
  constructor(batches: Pushes | null = null) {
    this.#batches = batches;
  }

  facts(table: BuildTable, now: number): DurationFacts {
    const step = Math.floor(now / RENEWED_EACH_MS);
    const key = `${table.epoch} ${table.version} ${table.complete} ${step}`;
    const kept = this.#kept;
    const same = kept?.key === key && kept.facts.table === table;
    if (!same) this.#begin(table, now);
    const done = this.#running.next === this.#running.rows.length && this.#familiesRead;
    if (same && kept.done === done) return kept.facts;
    const before = kept?.epoch === table.epoch ? kept.facts : NOTHING;
    const facts = {
      complete: table.complete,
      slow: done ? this.#found : before.slow,
      estimates: done ? this.#estimates : before.estimates,
      unread: this.#running.rows.length - this.#running.next,
      table,
      now: same ? kept.facts.now : now,
    };
    this.#kept = { facts, key, done, epoch: table.epoch };
    return facts;
  }

  pick({ slow, table }: DurationFacts, rows: Uint32Array): PickedDurations {
    const picked = new Uint8Array(table.rowCount);
    for (const row of rows) picked[row] = 1;
    return { slow: [...slow.keys()].filter((row) => picked[row] === 1) };
  }

  work(budgetMs: number): boolean {
    const facts = this.#kept?.facts;
    if (facts === undefined) return true;
    const end = performance.now() + budgetMs;
    this.#batches?.facts(facts.table);
    if (this.#batches?.work(budgetMs) === false) return false;
    this.#familiesRead = this.#families.read(facts.table, budgetMs);
    const running = this.#running;
    while (this.#familiesRead && running.next < running.rows.length) {
      if (performance.now() >= end) return false;
      if (!this.#starts.read(facts.table, this.#knownFamilies, end)) return false;
      const row = running.rows[running.next] ?? 0;
      const estimate = this.estimate(facts.table, row, facts.now);
      const length = estimate?.progress?.length ?? 'usual';
      if (estimate !== null) this.#estimates.set(row, estimate);
      if (length !== 'usual') this.#found.set(row, length);
      running.next += 1;
    }
    return this.#familiesRead;
  }

  /**
   * What builds like that of a row usually take, by the nearest of image, name, family and types
   * that has enough; null when none has, and for a build that has not started.
   */
  estimate(table: BuildTable, row: number, now: number): Estimate | null {
    const kinds = this.#kinds.of(table);
    const active = kinds[table.status[row] ?? 0] === ACTIVE;
    const ran = now - (table.started[row] ?? Number.NaN);
    const word = table.texts.statuses.at(table.status[row] ?? 0);
    if (Number.isNaN(ran) || knownStatus(word) === 'PENDING') return null;
    const found = this.#compare(table, kinds, row, now);
    if (found === null) return null;
    const { rung, survival, compared } = found;
    const stalled = isStalledAt(table.created[row] ?? Number.NaN, now);
    return {
      rung,
      completed: survival.completed,
      compared,
      usual: usualRange(survival),
      longest: survival.longest,
      progress: active && !stalled ? progressAt(survival, Math.max(0, ran)) : null,
    };
  }

  /** The mark `slow`, as of the last `facts`. Null for other marks. */
  mark(mark: string, key: string): Mark | null {
    if (mark !== SLOW) return null;
    const facts = this.#kept?.facts;
    const made = this.#marks.mark(key, facts, facts?.table.rowCount ?? 0, () => [
      ...(facts?.slow.keys() ?? []),
    ]);
    return { ...made, movesWithTime: true };
  }

  #begin(table: BuildTable, now: number): void {
    const kinds = this.#kinds.of(table);
    const { rowCount, alive, status, created, started } = table;
    const rows: number[] = [];
    for (let row = 0; row < rowCount; row += 1) {
      if (!alive[row] || kinds[status[row] ?? 0] !== ACTIVE) continue;
      const stalled = isStalledAt(created[row] ?? Number.NaN, now);
      if (!stalled && !Number.isNaN(started[row] ?? Number.NaN)) rows.push(row);
    }
    this.#running = { rows, next: 0 };
    this.#found = new Map();
    this.#estimates = new Map();
  }

  #compare(table: BuildTable, kinds: Uint8Array, row: number, now: number) {
    const starts = this.#starts.of(table, this.#knownFamilies);
    const name = table.name[row] ?? 0;
    const tag = table.tag[row] ?? 0;
    const ladder = [
      ['batch', this.#startsOfBatch(table, row), () => true],
      ['image', starts.ofName(name), (one: number) => table.tag[one] === tag],
      ['name', starts.ofName(name), () => true],
      ['family', this.#familiesRead ? starts.ofFamily(name) : [], () => true],
      ['type', starts.all, () => true],
    ] as const;
    for (const [rung, rows, holds] of ladder) {
      const observed = cohortOf({ table, kinds, now, row }, rows, FEWEST[rung], holds);
      if (observed === null) continue;
      return { rung, survival: new Survival(observed), compared: observed.length };
    }
    return null;
  }

  /** Of the push of a row, the newest start first. */
  #startsOfBatch(table: BuildTable, row: number): readonly number[] {
    const facts = this.#batches?.facts(table);
    const batch = facts?.batches[facts.batchOf[row] ?? -1];
    if (batch === undefined) return [];
    const { started } = table;
    const known =
      this.#batchStarts.get(batch) ??
      sortByTime(batch.rows, (one) => started[one] ?? Number.NaN).reverse();
    this.#batchStarts.set(batch, known);
    return known;
  }

  /** None until all are read. */
  get #knownFamilies(): Int32Array {
    return this.#familiesRead ? this.#families.byName : NO_FAMILIES;
  }
}

const NO_FAMILIES = new Int32Array(0);
