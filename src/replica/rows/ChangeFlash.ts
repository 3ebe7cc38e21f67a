const NONE: ReadonlySet<number> = new Set();
/** After this time a change is old news. Milliseconds. */
const FADES_AFTER_MS = 1500;

/** The rows that the last change touched, for a quiet flash. */
export class ChangeFlash {
  #rows: ReadonlySet<number> = NONE;
  #at = 0;
  #read = true;

  /** Adds rows to those not handed out yet; rows handed out before are old news. */
  add(rows: readonly number[], now: number): void {
    if (rows.length === 0) return;
    this.#rows = new Set(this.#read ? rows : [...this.#rows, ...rows]);
    this.#at = now;
    this.#read = false;
  }

  /** Forgets all: the rows are of a list that is gone. */
  clear(): void {
    this.#rows = NONE;
    this.#read = true;
  }

  /** The rows; the same set until it changes. */
  rows(now: number): ReadonlySet<number> {
    if (this.#read && Math.abs(now - this.#at) >= FADES_AFTER_MS) this.#rows = NONE;
    this.#read = true;
    return this.#rows;
  }
}
