import type { ReplicaClock } from '../../lib/surroundings.ts';

/** Waits for a word of the other tabs, but not for long. */
export class Ears {
  readonly #clock: ReplicaClock;
  readonly #waiting = new Set<() => void>();

  constructor(clock: ReplicaClock) {
    this.#clock = clock;
  }

  /** Resolves when something is heard, or after `ms`. */
  word(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        this.#waiting.delete(done);
        resolve();
      };
      const cancel = this.#clock.after(ms, done);
      this.#waiting.add(done);
    });
  }

  /** Something was heard. */
  hear(): void {
    for (const done of [...this.#waiting]) done();
  }
}
