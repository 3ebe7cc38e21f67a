interface Step {
  readonly version: number;
  readonly rows: readonly number[];
}

/** Rows remembered at most: a reader that is further behind reads all anew. */
const MOST_ROWS = 16_384;

/** Which rows the last versions of a store touched. */
export class ChangeLog {
  #steps: Step[] = [];
  #rows = 0;
  /** The oldest version that is known to be followed by the steps. */
  #from: number;
  readonly #most: number;

  /** Begins at a version. */
  constructor(version: number, most = MOST_ROWS) {
    this.#from = version;
    this.#most = most;
  }

  /** Notes the rows that came, changed or went with a version, the next one each time. */
  add(version: number, rows: readonly number[]): void {
    this.#steps.push({ version, rows });
    this.#rows += rows.length;
    let dropped = 0;
    while (this.#rows > this.#most) {
      const step = this.#steps[dropped];
      if (!step) break;
      this.#rows -= step.rows.length;
      this.#from = step.version;
      dropped += 1;
    }
    if (dropped > 0) this.#steps = this.#steps.slice(dropped);
  }

  /** The rows touched after a version, each once; null when that is not known. */
  since(version: number): number[] | null {
    if (version < this.#from || version > (this.#steps.at(-1)?.version ?? this.#from)) return null;
    const rows = new Set<number>();
    for (let at = this.#steps.length - 1; at >= 0; at -= 1) {
      const step = this.#steps[at];
      if (!step || step.version <= version) break;
      for (const row of step.rows) rows.add(row);
    }
    return [...rows];
  }
}
