/**
 * What the replica can be asked: clauses that all must hold, and an order. The views room
 * writes these from a filter with its relative times already resolved.
 */
export interface Query {
  readonly clauses: readonly Clause[];
  /** Empty: the default order, created descending, then id ascending. */
  readonly sort: readonly SortKey[];
}

export type SortColumn =
  | 'status'
  | 'image'
  | 'tag'
  | 'artifacts'
  | 'error'
  | 'created'
  | 'started'
  | 'ended'
  | 'duration'
  | 'wait'
  | 'id';

/**
 * `image` is the name: within one image the newest build comes first. Unknown values come last in
 * both directions; ties: created descending, then id ascending.
 */
export interface SortKey {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/**
 * One condition. `not` turns it round. A clause on a value that a build does not have (no start
 * time, no artifacts known) does not hold, and its negation does.
 */
export type Clause =
  | StatusClause
  | ArtifactClause
  | TextClause
  | TimeClause
  | SpanClause
  | IsClause
  | HasClause
  | MarkedClause;

/** The aggregated status is one of these words, compared without case. */
export interface StatusClause {
  readonly kind: 'status';
  readonly values: readonly string[];
  readonly not: boolean;
}

/** At least one artifact has one of these types, compared without case. */
export interface ArtifactClause {
  readonly kind: 'artifact';
  readonly values: readonly string[];
  readonly not: boolean;
}

/**
 * At least one pattern matches the field, as a person reads it (`searchText`): without case,
 * however its letters are composed, any white space as one space. `error` is read without its
 * terminal codes.
 * `image` is the name, `id` the build id or an artifact id, `path` and `error` those of any
 * artifact; `any` is all of them, and `NAME:TAG`.
 */
export interface TextClause {
  readonly kind: 'text';
  readonly field: TextField;
  readonly patterns: readonly TextPattern[];
  readonly not: boolean;
}

export type TextField = 'image' | 'tag' | 'id' | 'path' | 'error' | 'any';

/**
 * `contains`: a literal part. `whole`: the whole field, where each `*` in `text` is any run.
 * `exact`: the whole field letter for letter as it came, case too.
 */
export interface TextPattern {
  readonly match: 'contains' | 'whole' | 'exact';
  readonly text: string;
}

/** `from <= time < to`, milliseconds since the epoch; null leaves that side open. */
export interface TimeClause {
  readonly kind: 'time';
  readonly field: 'created' | 'started' | 'ended';
  readonly from: number | null;
  readonly to: number | null;
  readonly not: boolean;
}

/** `from <= span < to`, milliseconds; spans of active builds run until now. */
export interface SpanClause {
  readonly kind: 'span';
  readonly field: 'duration' | 'wait';
  readonly from: number | null;
  readonly to: number | null;
  readonly not: boolean;
}

/**
 * `active`: status PENDING, UPLOADING or BUILDING. `stalled`: active, and created over
 * `STALLED_AFTER_MS` ago. `ended`: COMPLETED, FAILED or CANCELLED. `other`: an unknown word.
 * `conflicted`: the status contradicts its artifacts.
 */
export interface IsClause {
  readonly kind: 'is';
  readonly values: readonly BuildState[];
  readonly not: boolean;
}

export type BuildState = 'active' | 'stalled' | 'ended' | 'other' | 'conflicted';

/** `error`: an artifact with a non-empty error. `artifacts`, `path`, `start`, `end`: it is known. */
export interface HasClause {
  readonly kind: 'has';
  readonly values: readonly BuildPart[];
  readonly not: boolean;
}

export type BuildPart = 'error' | 'artifacts' | 'path' | 'start' | 'end';

/**
 * A mark that an insight made (see `Marks`), such as `cause` with its key. A mark that nothing
 * knows does not hold.
 */
export interface MarkedClause {
  readonly kind: 'marked';
  readonly mark: string;
  readonly key: string;
  readonly not: boolean;
}
