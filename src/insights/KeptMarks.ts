import type { Mark } from '../list/Marks.ts';

/** Keys come from addresses, of which few are open at once. */
const MOST_KEPT = 16;

interface Kept extends Mark {
  /** What the bits were made of. */
  readonly source: unknown;
}

/** The marks of one insight: the same bits keep their version, whatever they are made anew from. */
export class KeptMarks {
  readonly #kept = new Map<string, Kept>();
  #versions = 0;

  /**
   * The mark of a key. `source` stands for all that bits are made of: while it is the same object,
   * they are not made anew. `rows` gives the rows to mark.
   */
  mark(key: string, source: unknown, rowCount: number, rows: () => Iterable<number>): Mark {
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.source === source) return kept;
    const bits = new Uint8Array(rowCount);
    for (const row of rows()) bits[row] = 1;
    const same = kept !== undefined && sameBits(kept.bits, bits);
    const version = same ? kept.version : ++this.#versions;
    const made = { bits: same ? kept.bits : bits, version, movesWithTime: false, source };
    this.#kept.delete(key);
    this.#kept.set(key, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}

/** Shorter bits stand for the same with zeros behind. */
function sameBits(a: Uint8Array, b: Uint8Array): boolean {
  const most = Math.max(a.length, b.length);
  for (let row = 0; row < most; row += 1) if ((a[row] ?? 0) !== (b[row] ?? 0)) return false;
  return true;
}
