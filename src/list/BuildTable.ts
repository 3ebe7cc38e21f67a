import type { Build } from '../contract/build.ts';

/** Numbers to read by their place: an array, or a part of one. Never written by a reader. */
export interface Numbers {
  readonly length: number;
  readonly [at: number]: number;
}

/** Texts by their code. Codes are given out once and stay: a text never changes. */
export interface Texts {
  readonly size: number;
  /** The text of a code; empty for a code never given out. */
  at(code: number): string;
}

/** The artifacts of all builds, by place: those of one build stand together from `first[row]`. */
export interface ArtifactTable {
  /** By row: 1 when the API said which artifacts there are, be it none. */
  readonly known: Numbers;
  /** By row: the place of the first. Places move: never keep one beyond the version it is of. */
  readonly first: Numbers;
  /** By row: how many; 0 also when unknown. */
  readonly count: Numbers;
  readonly id: Texts;
  /** Code in `texts.types`. */
  readonly type: Numbers;
  /** Code in `texts.statuses`. */
  readonly status: Numbers;
  /** Code in `texts.errors` + 1; 0: none. The text as it came, which may be blank. */
  readonly error: Numbers;
  /** Milliseconds since the epoch, NaN unknown. */
  readonly created: Numbers;
  readonly started: Numbers;
  readonly ended: Numbers;
}

/** What happened between two versions of a table. */
export interface RowChanges {
  /** Rows that came, changed or went, each once, in no order. `alive` says which are there. */
  readonly rows: readonly number[];
}

/**
 * The whole list in columns, to read only: what everything but the replica knows of it. A row
 * number stays with its build for good. Arrays are replaced when they grow: never keep one.
 */
export interface BuildTable {
  /** Another one after a restore or a wipe: rows and codes start anew, forget all. */
  readonly epoch: number;
  /** Counts up with each change. */
  readonly version: number;
  /** True when the list is proven to hold all that the API has. */
  readonly complete: boolean;
  /** One more than the highest row number given out. */
  readonly rowCount: number;
  /** By row: 1 while the build is in the list. */
  readonly alive: Numbers;
  /** Builds in the list. */
  readonly size: number;
  /** By row. */
  readonly id: Texts;
  /** Code in `texts.names`. */
  readonly name: Numbers;
  /** Code in `texts.tags`. */
  readonly tag: Numbers;
  /** Code in `texts.statuses`. */
  readonly status: Numbers;
  /** Milliseconds since the epoch, NaN unknown. */
  readonly created: Numbers;
  readonly started: Numbers;
  readonly ended: Numbers;
  /** The first error that says something (`facts.ts`): its code in `texts.errors` + 1; 0: none. */
  readonly firstError: Numbers;
  /** By code in `texts.errors`: the code of its first line, as a list shows it. */
  readonly firstLine: Numbers;
  /** 1 when the build's status contradicts its artifacts (`isConflicted`). */
  readonly conflicted: Numbers;
  readonly artifacts: ArtifactTable;
  readonly texts: Readonly<Record<'names' | 'tags' | 'statuses' | 'types' | 'errors', Texts>>;
  /** The row of an id that is in the list. */
  rowOf(id: string): number | undefined;
  /**
   * The build of a row as the API gave it, text for text: for one build, not for all of them.
   *
   * @throws RangeError when there is no such row.
   */
  build(row: number): Build;
  /** The path of an artifact of a row, by the artifact's place; null: none. */
  pathAt(row: number, place: number): string | null;
  /** What changed after `version` of this epoch; null when that is too long ago: read all. */
  changesSince(version: number): RowChanges | null;
}
