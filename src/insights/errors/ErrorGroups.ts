import { allParts, takeParts } from '../../lib/tasks/takeParts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import type { Mark } from '../../list/Marks.ts';
import type { Clause } from '../../list/Query.ts';
import { ImageCodes } from '../ImageCodes.ts';
import { KeptMarks } from '../KeptMarks.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { statesUntil } from './causeState.ts';
import { collectFailures } from './collectFailures.ts';
import type { ErrorFacts } from './ErrorFacts.ts';
import { ErrorReader } from './ErrorReader.ts';
import { type GroupSources, groupFailures, ungroupedFailures } from './groupFailures.ts';
import { CAUSE } from './narrowFailures.ts';
import type { PickedErrors } from './PickedErrors.ts';
import { pickErrors } from './pickErrors.ts';
import { UnreadTexts } from './UnreadTexts.ts';

/** From so many builds on, a list is counted in slices. */
const LARGE = 4000;
/** No text is counted as read. */
const NONE_READ = -1;

interface KeptFacts {
  readonly facts: ErrorFacts;
  /** The list that they were counted of (`keyOf`), and the texts that were read by then. */
  readonly key: string;
  readonly read: number;
  readonly epoch: number;
  /** They hold from here on, and before here. */
  readonly from: number;
  readonly until: number;
}

interface Recount {
  readonly parts: Generator<void, ErrorFacts>;
  readonly of: Pick<KeptFacts, 'key' | 'read' | 'epoch' | 'from'>;
}

/**
 * What broke: the failed artifacts of the list by cause. A screen calls `facts` on each change of
 * the table, `work` in idle slices (8 ms at most) while it says false, then `facts` again, which
 * is another object once more texts are read, and `pick` with the rows and the clauses of its
 * selection. Each of the failed artifacts is in one group, or among `unread`, never in both.
 * A large list is counted by `work`: until then all its failures are `unread`, and when it has
 * changed since, `facts` is as before.
 */
export class ErrorGroups implements Insight<ErrorFacts, PickedErrors, readonly Clause[]> {
  readonly #large: number;
  readonly #reader = new ErrorReader();
  readonly #kinds = new StatusKinds();
  readonly #images = new ImageCodes();
  readonly #marks = new KeptMarks();
  /** Failures whose texts are to be read. */
  #unread: UnreadTexts | null = null;
  #kept: KeptFacts | null = null;
  /** Of which list, and as of when, `facts` was asked for last. */
  #asked: { readonly table: BuildTable; readonly now: number } | null = null;
  #recount: Recount | null = null;
  /** Counts up with each text read. */
  #read = 0;
  #picked: LastPicked | null = null;

  /** `large`: from how many rows on a list is counted anew in slices. */
  constructor(large = LARGE) {
    this.#large = large;
  }

  facts(table: BuildTable, now: number): ErrorFacts {
    this.#asked = { table, now };
    const kept = this.#kept;
    if (kept?.read === this.#read && holds(kept, table, now)) return kept.facts;
    const sameList = kept?.facts.table === table && kept.epoch === table.epoch;
    if (kept !== null && sameList && table.rowCount >= this.#large) return kept.facts;
    if (table.rowCount >= this.#large) return this.#collect(table, now);
    const { parts, of } = this.#begin(table, now);
    return this.#keep(allParts(parts), of);
  }

  /**
   * What the filter lets through. `clauses` are those of the query that gave `rows`: those on
   * artifacts narrow the artifacts counted (`narrowFailures`), those on `created` the trends' axis.
   */
  pick(facts: ErrorFacts, rows: Uint32Array, clauses: readonly Clause[] = []): PickedErrors {
    const last = this.#picked;
    if (last?.facts === facts && last.rows === rows && last.clauses === clauses) {
      return last.picked;
    }
    const picked = pickErrors(facts, rows, clauses, this.#reader);
    this.#picked = { facts, rows, clauses, picked };
    return picked;
  }

  work(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    for (;;) {
      if (!this.#countAnew(end)) return false;
      const table = this.#kept?.facts.table;
      if (this.#unread === null || table === undefined) return true;
      this.#read += this.#unread.read(table, this.#reader, end);
      if (!this.#unread.isDone) return false;
      this.#unread = null;
    }
  }

  /**
   * The mark `cause` for a fingerprint (`ErrorGroup.fingerprint`, in any case): builds that hold a
   * failed artifact of that cause, as of the last `facts`. A cause that no failure has marks none.
   * The bits grow while texts are read. Null for other marks.
   */
  mark(mark: string, key: string): Mark | null {
    if (mark !== CAUSE) return null;
    const print = key.toLowerCase();
    const facts = this.#kept?.facts;
    return this.#marks.mark(print, facts, facts?.table.rowCount ?? 0, () => {
      const cause = this.#reader.causeWith(print);
      return facts === undefined || cause === undefined ? [] : facts.groupOf(cause).all.rows();
    });
  }

  /** Counts a large list anew where it has changed, until `end`; false: it is not done. */
  #countAnew(end: number): boolean {
    for (;;) {
      const [kept, asked] = [this.#kept, this.#asked];
      if (kept === null || asked === null || asked.table.rowCount < this.#large) return true;
      const { table, now } = asked;
      // Texts are counted once all of them are read.
      const isCounted = this.#unread !== null || kept.read === this.#read;
      if (isCounted && holds(kept, table, now)) return true;
      const going =
        this.#recount?.of.epoch === table.epoch ? this.#recount : this.#begin(table, now);
      this.#recount = going;
      const taken = takeParts(going.parts, end - performance.now());
      if (taken === null) return false;
      this.#keep(taken.value, going.of);
    }
  }

  /** All failures, before any is counted. */
  #collect(table: BuildTable, now: number): ErrorFacts {
    const sources = this.#sources(table);
    const failures = allParts(collectFailures({ ...sources, reader: null }));
    const facts = ungroupedFailures({ ...sources, failures }, now);
    const { epoch } = table;
    const until = Number.POSITIVE_INFINITY;
    this.#kept = { facts, key: keyOf(table), read: NONE_READ, epoch, from: now, until };
    this.#unread = null;
    this.#recount = null;
    return facts;
  }

  #begin(table: BuildTable, now: number): Recount {
    const of = { key: keyOf(table), read: this.#read, epoch: table.epoch, from: now };
    return { parts: countFrom(this.#sources(table), now), of };
  }

  #sources(table: BuildTable): Omit<GroupSources, 'failures'> {
    this.#reader.prepare(table);
    const [kinds, images] = [this.#kinds.of(table), this.#images.of(table)];
    const { version } = table;
    return { table, version, kinds, images, imageCount: this.#images.size, reader: this.#reader };
  }

  #keep(facts: ErrorFacts, of: Recount['of']): ErrorFacts {
    this.#kept = { ...of, facts, until: statesUntil(facts.failures, of.from) };
    this.#unread = facts.unread === 0 ? null : new UnreadTexts(facts);
    this.#recount = null;
    return facts;
  }
}

function holds({ facts, key, from, until }: KeptFacts, table: BuildTable, now: number): boolean {
  return facts.table === table && key === keyOf(table) && from <= now && now < until;
}

function keyOf({ epoch, version, complete }: BuildTable): string {
  return `${epoch} ${version} ${complete}`;
}

interface LastPicked {
  readonly facts: ErrorFacts;
  readonly rows: Uint32Array;
  readonly clauses: readonly Clause[];
  readonly picked: PickedErrors;
}

function* countFrom(
  sources: Omit<GroupSources, 'failures'>,
  now: number,
): Generator<void, ErrorFacts> {
  const failures = yield* collectFailures(sources);
  yield;
  return yield* groupFailures({ ...sources, failures }, now);
}
