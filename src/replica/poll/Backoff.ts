import type { ApiError, ApiErrorKind } from '../../contract/ApiError.ts';

/** Failures that are no one's wish and may pass, though trying again at once is no use. */
const MAY_PASS: ReadonlySet<ApiErrorKind> = new Set(['unreadable', 'unexpected']);
/** No wait is longer: one that seems to be comes from a clock that was set back. Milliseconds. */
const LONGEST_MS = 6 * 60_000;
/** After a call that was called off from outside. Milliseconds. */
const BREATH_MS = 1000;
/** The first wait after a failure, and the longest of our own. Milliseconds. */
const FIRST_WAIT_MS = 5000;
const LAST_WAIT_MS = 5 * 60_000;

/** What failures mean for the calls to come: the error that stands, and until when to wait. */
export class Backoff {
  readonly #random: () => number;
  /** The failure that stands now. */
  error: ApiError | null = null;
  /** No waiting helps: only a person goes on. */
  halted = false;
  #failures = 0;
  #failedAt = -Infinity;
  #waitUntil = 0;
  #limitedUntil = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Nothing goes out before this time. Milliseconds since the epoch. */
  until(now: number): number {
    if (this.#waitUntil > now + LONGEST_MS) this.#waitUntil = now;
    if (this.#limitedUntil > now + LONGEST_MS) this.#limitedUntil = now;
    return Math.max(this.#waitUntil, this.#limitedUntil);
  }

  /** A call failed for good: back off, or halt where no waiting helps. */
  failed(error: ApiError, now: number): void {
    this.error = error;
    this.#failedAt = now;
    if (!error.transient && !MAY_PASS.has(error.kind)) {
      this.halted = true;
      return;
    }
    // Calls in flight together fail together: that is one failure.
    if (now >= this.#waitUntil) this.#failures += 1;
    const wait = Math.max(backOffMs(this.#failures, this.#random()), error.retryAfterMs ?? 0);
    this.#waitUntil = Math.max(this.#waitUntil, now + wait);
  }

  /** The API asked for fewer calls. True when it was not being waited for already. */
  limited(error: ApiError, now: number): boolean {
    const news = now >= this.#limitedUntil;
    this.error = error;
    this.#failedAt = now;
    const wait = error.retryAfterMs ?? backOffMs(1, this.#random());
    this.#limitedUntil = Math.max(this.#limitedUntil, now + wait);
    return news;
  }

  /** A call was called off by someone else, or the API asked another tab to wait. */
  interrupted(now: number, ms = BREATH_MS): void {
    this.#waitUntil = Math.max(this.#waitUntil, now + ms);
  }

  /** A call that was sent at `sentAt` succeeded: failures before that are over. */
  succeeded(sentAt: number): void {
    if (sentAt < this.#failedAt) return;
    this.error = null;
    this.#failures = 0;
    this.#failedAt = -Infinity;
  }

  /** A person wants to go on; only what the API asked for is still waited for. */
  release(): void {
    this.halted = false;
    this.#waitUntil = 0;
  }

  /** The token was refused. */
  refused(error: ApiError): void {
    this.error = error;
  }

  /** Another token: the failures of the old one are no longer of interest. */
  clear(): void {
    this.release();
    this.error = null;
    this.#failures = 0;
    this.#failedAt = -Infinity;
    this.#limitedUntil = 0;
  }
}

/** The wait after `failures` failures in a row, with half jitter; `random` in [0, 1). */
export function backOffMs(failures: number, random: number): number {
  const most = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(most / 2 + (most / 2) * random);
}
