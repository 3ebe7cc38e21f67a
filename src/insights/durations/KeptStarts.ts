import { allParts, takeParts } from '../../lib/tasks/takeParts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { Starts } from './Starts.ts';

/** The starts of the version of a list that was asked for last. */
export class KeptStarts {
  #kept: { readonly starts: Starts; readonly key: string } | null = null;
  #next: { readonly parts: Generator<void, Starts>; readonly key: string } | null = null;

  /** Puts them in order until `end` of `performance.now()`, a part at least; false: it is not done. */
  read(table: BuildTable, families: Int32Array, end: number): boolean {
    const key = keyOf(table, families);
    if (this.#kept?.key === key) return true;
    if (this.#next?.key !== key) this.#next = { parts: Starts.read({ table, families }), key };
    const taken = takeParts(this.#next.parts, end - performance.now());
    if (taken === null) return false;
    this.#kept = { starts: taken.value, key };
    this.#next = null;
    return true;
  }

  /** At once, where they are not read yet. */
  of(table: BuildTable, families: Int32Array): Starts {
    const key = keyOf(table, families);
    if (this.#kept?.key !== key) {
      this.#kept = { starts: allParts(Starts.read({ table, families })), key };
    }
    return this.#kept.starts;
  }
}

/** Families are known of more names as they are read. */
function keyOf({ epoch, version }: BuildTable, families: Int32Array): string {
  return `${epoch} ${version} ${families.length}`;
}
