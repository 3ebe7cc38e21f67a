import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import type { Mark } from '../../list/Marks.ts';
import { KeptMarks } from '../KeptMarks.ts';
import { RecordsByKey } from '../RecordsByKey.ts';
import { StatusKinds } from '../StatusKinds.ts';
import type { ImageFacts } from './ImageFacts.ts';
import { NameColumns } from './NameColumns.ts';
import type { NameHistory } from './NameHistory.ts';
import { NameRanks } from './NameRanks.ts';
import type { PickedImages } from './PickedImages.ts';
import { pickImages } from './pickImages.ts';
import { readName } from './readName.ts';

/** The mark of builds by which an image is broken. */
const BROKEN = 'broken';

/**
 * Is it good, and where is it: one history for each image name. A screen calls `facts` on each
 * change of the table, `work` in idle slices while it says false, then `facts` again, and `pick`
 * with the rows of its selection. Names whose builds changed are read anew, the others kept.
 */
export class ImageNames implements Insight<ImageFacts, PickedImages, Uint32Array | null> {
  readonly #kinds = new StatusKinds();
  /** By status code, as of the last `facts`. */
  #kindsNow: Uint8Array = new Uint8Array(0);
  readonly #names = new RecordsByKey<NameHistory>((table, code, rows) => {
    const read = readName(table, this.#kindsNow, code, rows);
    this.#columns.set(read);
    this.#codes.set(read.name, code);
    return read;
  });
  readonly #columns = new NameColumns();
  /** Of the names that were read in this epoch. */
  #codes = new Map<string, number>();
  #epoch = Number.NaN;
  readonly #ranks = new NameRanks();
  readonly #marks = new KeptMarks();
  #kept: { readonly facts: ImageFacts; readonly key: string } | null = null;
  /** What was picked last: a lens that is opened again asks for the same. */
  #picked: LastPicked | null = null;

  /** Nothing of it depends on the time. */
  facts(table: BuildTable, _now?: number): ImageFacts {
    const key = `${table.epoch} ${table.version} ${table.complete} ${this.#names.version} ${this.#ranks.ranks?.length}`;
    if (this.#kept?.key === key && this.#kept.facts.table === table) return this.#kept.facts;
    this.#kindsNow = this.#kinds.of(table);
    if (this.#epoch !== table.epoch) this.#codes = new Map();
    this.#epoch = table.epoch;
    this.#names.follow(table, table.name);
    this.#ranks.follow(table);
    const codes = this.#codes;
    const facts = {
      complete: table.complete,
      table,
      names: this.#names.records.slice(),
      columns: this.#columns.copy(),
      codeOf: (name: string) => codes.get(name),
      unreadNames: this.#names.pending,
      nameRanks: this.#ranks.ranks,
    };
    this.#kept = { facts, key };
    return facts;
  }

  /**
   * The names of some rows, in the order in which they first come. `rateRows` are those of the
   * same filter without its clauses on the outcome (`isOutcomeClause`): rates are of them; null,
   * rates are of the whole list.
   */
  pick(facts: ImageFacts, rows: Uint32Array, rateRows: Uint32Array | null = null): PickedImages {
    const last = this.#picked;
    if (last?.facts === facts && last.rows === rows && last.rateRows === rateRows) {
      return last.picked;
    }
    const picked = pickImages(facts, this.#kinds.of(facts.table), rows, rateRows);
    this.#picked = { facts, rows, rateRows, picked };
    return picked;
  }

  work(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    return this.#names.work(budgetMs) && this.#ranks.work(end - performance.now());
  }

  /**
   * The mark `broken`: of each broken image the one build by which it is so, its newest COMPLETED
   * or FAILED one by end. So a list of `is:broken` has one build for each line of "push again",
   * and clauses on time, error or cause are about what is broken now. Null for other marks.
   */
  mark(mark: string, key: string): Mark | null {
    if (mark !== BROKEN) return null;
    const facts = this.#kept?.facts;
    return this.#marks.mark(key, facts, facts?.table.rowCount ?? 0, () => brokenRows(facts));
  }
}

interface LastPicked {
  readonly facts: ImageFacts;
  readonly rows: Uint32Array;
  readonly rateRows: Uint32Array | null;
  readonly picked: PickedImages;
}

function brokenRows(facts: ImageFacts | undefined): readonly number[] {
  const rows: number[] = [];
  for (const name of facts?.names ?? []) {
    for (const { row, broken } of name?.tags ?? []) if (broken) rows.push(row);
  }
  return rows;
}
