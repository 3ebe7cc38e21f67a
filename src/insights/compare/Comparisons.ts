import type { BuildTable } from '../../list/BuildTable.ts';
import type { Insight } from '../../list/Insight.ts';
import type { Mark } from '../../list/Marks.ts';
import type { Batch } from '../batches/Batch.ts';
import type { Batches } from '../batches/Batches.ts';
import { ImageCodes } from '../ImageCodes.ts';
import { KeptMarks } from '../KeptMarks.ts';
import { StatusKinds } from '../StatusKinds.ts';
import type { CompareSources } from './CompareSources.ts';
import type { Compared } from './Comparison.ts';
import { compareBuilds, pairImages } from './compareBuilds.ts';
import { type CompareKey, parseCompareKey, type Settled } from './compareKey.ts';
import { previousBatch } from './previousBatch.ts';
import { sidesOf, sidesOfRows } from './Sides.ts';

/** The mark of builds that a figure of a comparison counts; its key says which (`compareKey`). */
const COMPARED = 'compared';

/** The list as it is compared. */
export interface CompareFacts {
  readonly complete: boolean;
  readonly table: BuildTable;
  readonly batches: readonly Batch[];
  /** Families that are still to be read for their pushes. */
  readonly unreadFamilies: number;
}

/** What is compared with what, and what came of it; null: there is no such push, or none before. */
export interface PickedComparison {
  readonly compared: Compared;
  /** By row (`Sides`). */
  readonly sides: Uint8Array;
  /** The two pushes, where they are pushes. */
  readonly pushes: { readonly before: Batch; readonly after: Batch } | null;
  /** The two pushes have a tag each, another one: images are paired by their names alone. */
  readonly byName: boolean;
}

/** Two windows, or two pushes, side by side. */
export class Comparisons implements Insight<CompareFacts, PickedComparison | null, Settled> {
  readonly #batches: Batches;
  readonly #kinds = new StatusKinds();
  readonly #images = new ImageCodes();
  readonly #marks = new KeptMarks();
  #kept: { readonly facts: CompareFacts; readonly key: string; readonly batches: unknown } | null =
    null;

  /** `batches` are those of the same list. */
  constructor(batches: Batches) {
    this.#batches = batches;
  }

  /** Nothing of it depends on the time: what is compared is settled. */
  facts(table: BuildTable, _now?: number): CompareFacts {
    const { batches, unreadFamilies } = this.#batches.facts(table);
    const key = `${table.epoch} ${table.version} ${table.complete}`;
    const kept = this.#kept;
    if (kept?.key === key && kept.batches === batches && kept.facts.table === table) {
      return kept.facts;
    }
    const facts = { complete: table.complete, table, batches, unreadFamilies };
    this.#kept = { facts, key, batches };
    return facts;
  }

  /** Of the filter's rows, without its conditions on the outcome and on the creation. */
  pick(facts: CompareFacts, rows: Uint32Array, settled?: Settled): PickedComparison | null {
    const found = settled === undefined ? null : this.#sources(facts, settled);
    if (found === null) return null;
    const { sources, pushes, byName } = found;
    return { compared: compareBuilds(sources, rows), sides: sources.sides, pushes, byName };
  }

  work(budgetMs: number): boolean {
    return this.#batches.work(budgetMs);
  }

  /** The builds that a figure counts, whatever the filter, as of the last `facts`. */
  mark(mark: string, key: string): Mark | null {
    if (mark !== COMPARED) return null;
    const facts = this.#kept?.facts;
    const read = parseCompareKey(key);
    return this.#marks.mark(key, facts, facts?.table.rowCount ?? 0, () =>
      facts === undefined || read === null ? [] : this.#counted(facts, read),
    );
  }

  #counted(facts: CompareFacts, { counted, settled }: CompareKey): readonly number[] {
    const found = this.#sources(facts, settled);
    if (found === null) return [];
    const { sources } = found;
    if (counted === 'durations' || counted === 'waits') {
      const { alive, rowCount } = facts.table;
      const all = Array.from({ length: rowCount }, (_, row) => row).filter((row) => alive[row]);
      return compareBuilds(sources, all)[counted].rows;
    }
    return pairImages(sources).flatMap(({ change, before, after }) =>
      change === counted ? [after ?? before ?? 0] : [],
    );
  }

  #sources({ table, batches }: CompareFacts, settled: Settled) {
    let sides: Uint8Array;
    let pushes: PickedComparison['pushes'] = null;
    if (settled.kind === 'windows') sides = sidesOf(table, settled.windows);
    else {
      const row = table.rowOf(settled.id);
      const after = row === undefined ? undefined : batches.find(({ rows }) => rows.includes(row));
      const before = after === undefined ? null : previousBatch(batches, after);
      if (after === undefined || before === null) return null;
      pushes = { before, after };
      sides = sidesOfRows(table.rowCount, before.rows, after.rows);
    }
    const byName = pushes !== null && tagsDiffer(pushes.before, pushes.after);
    const images = byName ? table.name : this.#images.of(table);
    const sources: CompareSources = { table, kinds: this.#kinds.of(table), images, sides };
    return { sources, pushes, byName };
  }
}

/** A new push of a family is often one under a new tag: no image would be on both sides. */
function tagsDiffer(before: Batch, after: Batch): boolean {
  return before.tag !== null && after.tag !== null && before.tag !== after.tag;
}
