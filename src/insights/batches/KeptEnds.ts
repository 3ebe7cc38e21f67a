import type { BatchEnd } from './batchEnd.ts';

/** A range that moved with each look would be read as more than is known. */
const EVERY_MS = 30_000;

/** The ends last said of batches: each holds for 30 s. */
export class KeptEnds {
  readonly #said = new Map<string, { readonly step: number; readonly end: BatchEnd | null }>();

  /** What was said of a batch in this half minute, else what `make` says of it now. */
  end(key: string, now: number, make: () => BatchEnd | null): BatchEnd | null {
    const step = Math.floor(now / EVERY_MS);
    const held = this.#said.get(key);
    if (held?.step === step) return held.end;
    const end = make();
    this.#said.set(key, { step, end });
    return end;
  }

  /** Forgets a batch that is not draining: what comes after is said anew. */
  drop(key: string): void {
    this.#said.delete(key);
  }
}
