import type { NoAnswer, RawAnswer } from './upstream.ts';

/**
 * How long a failure counts. Whoever takes this gateway out of use for it sends no more calls that
 * could show that the API is back. Milliseconds.
 */
const COUNTS_MS = 30_000;

/** What the API answered last, or why it did not, for whoever asks whether calls can be taken. */
export class LastAnswer {
  readonly #now: () => number;
  #last: { readonly at: number; readonly words: string; readonly failed: boolean } | null = null;

  /** `now` gives milliseconds that never go back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Any status is an answer: whom the API refuses is between the two of them. */
  note(came: RawAnswer | NoAnswer): void {
    if ('status' in came) this.#take(`answered ${came.status}`, false);
    else if (came.why !== null) this.#take(`gave no answer (${came.why})`, true);
  }

  /** Whether calls can be taken, and the sentence that says why. */
  read(): { readonly ready: boolean; readonly text: string } {
    if (this.#last === null) return { ready: true, text: 'ready: the API was not asked yet.' };
    const { at, words, failed } = this.#last;
    const ago = this.#now() - at;
    const ready = !failed || ago > COUNTS_MS;
    const text = `the API ${words} ${Math.floor(ago / 1000)} s ago.`;
    return { ready, text: `${ready ? 'ready' : 'not ready'}: ${text}` };
  }

  #take(words: string, failed: boolean): void {
    this.#last = { at: this.#now(), words, failed };
  }
}
