import { words } from '../../lib/grown.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { ErrorFacts } from './ErrorFacts.ts';
import type { ErrorReader } from './ErrorReader.ts';

/** The failures of some facts whose texts are to be read. */
export class UnreadTexts {
  readonly #rows: Uint32Array;
  /** Code in `texts.errors` + 1. */
  readonly #texts: Uint32Array;
  #next = 0;

  constructor({ failures, unread }: Pick<ErrorFacts, 'failures' | 'unread'>) {
    this.#rows = words(unread);
    this.#texts = words(unread);
    let next = 0;
    for (let at = 0; at < failures.count; at += 1) {
      if ((failures.cause[at] ?? -1) >= 0) continue;
      this.#rows[next] = failures.row[at] ?? 0;
      this.#texts[next] = failures.text[at] ?? 0;
      next += 1;
    }
  }

  get isDone(): boolean {
    return this.#next >= this.#rows.length;
  }

  /** Reads texts until `end`, at least one; says how many. */
  read(table: BuildTable, reader: ErrorReader, end: number): number {
    const begun = this.#next;
    while (!this.isDone) {
      const row = this.#rows[this.#next] ?? 0;
      const text = this.#texts[this.#next] ?? 0;
      reader.read(table, text - 1, table.name[row] ?? 0);
      this.#next += 1;
      // Looked at for each: a text of 2 MB takes as long as thousands of usual ones.
      if (performance.now() >= end) break;
    }
    return this.#next - begun;
  }
}
