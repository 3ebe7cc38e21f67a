/** One build: how long it took, or how long it has lasted without completing. Milliseconds. */
export interface Observed {
  readonly ms: number;
  /** False: it was cut off at `ms` (running, failed, cancelled), and may have taken any longer. */
  readonly completed: boolean;
}

/**
 * How long builds take when those count that have not completed (Kaplan and Meier 1958): the share
 * of builds that take longer than a time. Between two completed ones it falls evenly, at places
 * i / (n + 1) when none is cut off, as quartiles are read everywhere here.
 */
export class Survival {
  /** Times at which some completed, ascending, and the share done by then. */
  readonly #times: number[] = [];
  readonly #done: number[] = [];
  readonly #completed: readonly number[];
  /** The longest seen, completed or not. */
  readonly longest: number;
  /** True when some lasted longer than all that completed: the end of the curve is unknown. */
  readonly #open: boolean;

  constructor(observed: readonly Observed[]) {
    const sorted = [...observed].sort(
      (a, b) => a.ms - b.ms || Number(b.completed) - Number(a.completed),
    );
    const n = sorted.length;
    let left = 1;
    sorted.forEach(({ ms, completed }, at) => {
      if (!completed) return;
      left *= 1 - 1 / (n - at);
      const done = ((1 - left) * n) / (n + 1);
      if (this.#times.at(-1) === ms) this.#done[this.#done.length - 1] = done;
      else {
        this.#times.push(ms);
        this.#done.push(done);
      }
    });
    this.#completed = sorted.filter((one) => one.completed).map((one) => one.ms);
    this.longest = sorted.at(-1)?.ms ?? 0;
    this.#open = sorted.at(-1)?.completed === false;
  }

  /** How many completed. */
  get completed(): number {
    return this.#completed.length;
  }

  /** The longest that completed; 0: none did. */
  get longestCompleted(): number {
    return this.#completed.at(-1) ?? 0;
  }

  /** How many completed after longer than a time. */
  completedBeyond(ms: number): number {
    return this.#completed.reduce((count, one) => count + (one > ms ? 1 : 0), 0);
  }

  /** The share, 0 to 1, that takes longer than a time. */
  at(ms: number): number {
    const after = this.#times.findIndex((time) => time > ms);
    const next = after < 0 ? this.#times.length : after;
    const doneBefore = this.#done[next - 1] ?? 0;
    const before = this.#times[next - 1];
    const then = this.#times[next];
    if (before === undefined || then === undefined) return 1 - doneBefore;
    const part = (ms - before) / (then - before);
    return 1 - doneBefore - part * ((this.#done[next] ?? doneBefore) - doneBefore);
  }

  /**
   * The share, 0 to 1, of builds that have run for `ran` and complete within `ms` more. Beyond the
   * last that completed, where nothing is known, builds go on ending as in the last quarter.
   */
  doneWithin(ran: number, ms: number): number {
    return 1 - this.#tail(ran + ms) / this.#tail(ran);
  }

  /** As `at`, but falling for ever. */
  #tail(ms: number): number {
    const last = this.#times.at(-1) ?? 0;
    if (ms <= last) return this.at(ms);
    const left = this.at(last);
    const from = this.quantile(0.75) ?? this.quantile(0.5) ?? 0;
    const before = Math.max(this.at(from), left);
    const fall = Math.log(before / left) / (last - from);
    const each = fall > 0 && Number.isFinite(fall) ? fall : 1 / Math.max(last, 1);
    return left * Math.exp(-each * (ms - last));
  }

  /**
   * The time by which a share, 0 to 1, has completed; null when that is beyond what was seen
   * ("over `longest`").
   */
  quantile(share: number): number | null {
    const next = this.#done.findIndex((done) => done >= share);
    if (next < 0) return this.#open ? null : (this.#times.at(-1) ?? null);
    const then = this.#times[next] ?? 0;
    const before = this.#times[next - 1];
    if (before === undefined) return then;
    const doneBefore = this.#done[next - 1] ?? 0;
    const part = (share - doneBefore) / ((this.#done[next] ?? 1) - doneBefore);
    return before + part * (then - before);
  }
}
