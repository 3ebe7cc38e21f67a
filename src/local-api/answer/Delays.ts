import type { ServerResponse } from 'node:http';

/** Answers that are held back for a time, and dropped with their clients. */
export class Delays {
  readonly #waiting = new Map<NodeJS.Timeout, ServerResponse>();

  /** Answers after so many milliseconds, at once for none. */
  add(ms: number, response: ServerResponse, answer: () => void): void {
    if (ms <= 0) {
      answer();
      return;
    }
    const timer = setTimeout(() => {
      this.#waiting.delete(timer);
      answer();
    }, ms);
    this.#waiting.set(timer, response);
    response.once('close', () => {
      clearTimeout(timer);
      this.#waiting.delete(timer);
    });
  }

  /** Drops what waits to be answered. */
  close(): void {
    for (const [timer, response] of this.#waiting) {
      clearTimeout(timer);
      response.destroy();
    }
    this.#waiting.clear();
  }
}
