import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import type { Mark } from '../../list/Marks.ts';
import type { Clause } from '../../list/Query.ts';
import { ImageCodes } from '../ImageCodes.ts';
import { KeptMarks } from '../KeptMarks.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { statesUntil } from './causeState.ts';
import { collectFailures } from './collectFailures.ts';
import type { ErrorFacts, PickedErrors } from './ErrorFacts.ts';
import { ErrorReader } from './ErrorReader.ts';
import { groupFailures } from './groupFailures.ts';
import { CAUSE } from './narrowFailures.ts';
import { pickErrors } from './pickErrors.ts';

/**
 * What broke: the failed artifacts of the list by cause. A screen calls `facts` on each change of
 * the table, `work` in idle slices (8 ms at most) while it says false, then `facts` again, which
 * is another object once more texts are read, and `pick` with the rows and the clauses of its
 * selection. Each of the failed artifacts is in one group, or among `unread`, never in both.
 */
export class ErrorGroups implements Insight<ErrorFacts, PickedErrors, readonly Clause[]> {
  readonly #reader = new ErrorReader();
  readonly #kinds = new StatusKinds();
  readonly #images = new ImageCodes();
  readonly #marks = new KeptMarks();
  /** Rows of failures whose texts are not read, and the code of the text. */
  #pending: { readonly rows: Uint32Array; readonly texts: Uint32Array; next: number } | null = null;
  #kept: { facts: ErrorFacts; key: string; from: number; until: number } | null = null;
  /** Counts up with each text read. */
  #read = 0;

  facts(table: BuildTable, now: number): ErrorFacts {
    const key = `${table.epoch} ${table.version} ${table.complete} ${this.#read}`;
    const kept = this.#kept;
    if (kept?.key === key && kept.facts.table === table && kept.from <= now && now < kept.until) {
      return kept.facts;
    }
    this.#reader.prepare(table);
    const kinds = this.#kinds.of(table);
    const images = this.#images.of(table);
    const failures = collectFailures({ table, kinds, images, reader: this.#reader });
    const facts = groupFailures(
      { table, kinds, images, imageCount: this.#images.size, failures, reader: this.#reader },
      now,
    );
    this.#pending = pendingOf(facts);
    this.#kept = { facts, key, from: now, until: statesUntil(failures, now) };
    return facts;
  }

  /**
   * What the filter lets through. `clauses` are those of the query that gave `rows`: those on
   * artifacts narrow the artifacts counted (`narrowFailures`), those on `created` the trends' axis.
   */
  pick(facts: ErrorFacts, rows: Uint32Array, clauses: readonly Clause[] = []): PickedErrors {
    return pickErrors(facts, rows, clauses, this.#reader);
  }

  work(budgetMs: number): boolean {
    const pending = this.#pending;
    const table = this.#kept?.facts.table;
    if (pending === null || table === undefined) return true;
    const end = performance.now() + budgetMs;
    while (pending.next < pending.rows.length) {
      // Looked at for each: a text of 2 MB takes as long as thousands of usual ones.
      if (performance.now() >= end) return false;
      const row = pending.rows[pending.next] ?? 0;
      const text = pending.texts[pending.next] ?? 0;
      this.#reader.read(table, text - 1, table.name[row] ?? 0);
      pending.next += 1;
      this.#read += 1;
    }
    this.#pending = null;
    return true;
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
      const group = facts?.groups.find((one) => one.fingerprint === print);
      return group?.all.rows() ?? [];
    });
  }
}

function pendingOf({ failures, unread }: ErrorFacts) {
  if (unread === 0) return null;
  const rows = new Uint32Array(unread);
  const texts = new Uint32Array(unread);
  let next = 0;
  for (let at = 0; at < failures.count; at += 1) {
    if ((failures.cause[at] ?? -1) >= 0) continue;
    rows[next] = failures.row[at] ?? 0;
    texts[next] = failures.text[at] ?? 0;
    next += 1;
  }
  return { rows, texts, next: 0 };
}
