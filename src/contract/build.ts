/**
 * One artifact of a build (`BuildArtifactStatusResponse`), with the contract's defaults filled
 * in. `artifactType` and `status` keep unknown words. Times are the API's own text; read them
 * with `parseInstant`.
 */
export interface Artifact {
  readonly id: string;
  readonly artifactType: string;
  readonly status: string;
  readonly fullImagePath: string | null;
  readonly errorMessage: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

/**
 * One build group (`BuildStatusResponse`). `artifacts` is null when the API did not say. Where an
 * older row tells its path or error itself, they stand in an artifact with the build's own id.
 */
export interface Build {
  readonly id: string;
  readonly imageName: string;
  readonly imageTag: string;
  readonly status: string;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly artifacts: readonly Artifact[] | null;
}

/** A build, an artifact or a field that could not be read: which one, and what is wrong. */
export interface Unreadable {
  /** The build's id as text where there is one, else `#7`: the 7th of the whole list. */
  readonly id: string;
  /** What is not shown for it; `row` is a build that has no id, only a place in the list. */
  readonly lost: 'row' | 'build' | 'artifact' | 'field';
  /** Such as `imageName` or `artifacts[1].status`; `data[6]` for a row that is no object. */
  readonly field: string;
  /** Such as `expected text, got a number`. */
  readonly problem: string;
}

/** One answer of the list endpoint, read. */
export interface Page {
  /**
   * Null when the API did not say: negative, no whole number, or 0 or absent anywhere but in an
   * answer without rows from offset 0.
   */
  readonly total: number | null;
  /** What the server used, which may differ from what was asked. */
  readonly offset: number;
  /** What the server used: it may cap the limit asked for. */
  readonly limit: number;
  /** The envelope's own `status` text. */
  readonly status: string | null;
  readonly builds: readonly Build[];
  /** Rows in the answer, readable or not: what the next offset steps by. */
  readonly received: number;
  readonly unreadable: readonly Unreadable[];
}
