import type { ReplicaClock } from '../lib/surroundings.ts';
import type { Job, Jobs } from './call/Jobs.ts';
import type { PageAnswer } from './call/pageQuery.ts';
import type { ReplicaCaller } from './call/ReplicaCaller.ts';
import { type Due, NOTHING_DUE } from './dueNext.ts';
import type { Backoff } from './poll/Backoff.ts';
import type { Rounds, Surroundings } from './Rounds.ts';

interface PaceParts {
  readonly rounds: Rounds;
  readonly backoff: Backoff;
  readonly jobs: Jobs;
  readonly caller: ReplicaCaller;
  readonly clock: ReplicaClock;
  /** Called when something comes due. */
  readonly wake: () => void;
  /** What became of a call that still matters. */
  readonly onAnswered: (job: Job, answer: PageAnswer) => void;
  readonly onFailed: (job: Job, error: unknown) => void;
}

/** Sends the calls that are due, and sets the one timer for what comes next. */
export class Pace {
  /** What is meant to be done next, for screens. */
  due: Due = NOTHING_DUE;
  /** Something is watched: it goes on, slowly, where nobody sees the page. */
  watching = false;
  #stopTimer = () => {};
  readonly #parts: PaceParts;

  constructor(parts: PaceParts) {
    this.#parts = parts;
  }

  /** Nothing is due until it goes on. */
  rest(): void {
    this.#stopTimer();
    this.due = NOTHING_DUE;
  }

  goOn(visible: boolean): void {
    const { rounds, backoff, clock, wake } = this.#parts;
    const now = clock.now();
    const { halted } = backoff;
    const waitUntil = backoff.until(now);
    const { watching } = this;
    const around: Surroundings = { now, visible, watching, halted, waitUntil, opensAt: now };
    const begun = rounds.begin(around);
    const opensAt = halted || now < waitUntil ? now : this.#sendAll(now, visible);
    const next = rounds.due({ ...around, opensAt });
    if (next.wakeAt !== null) this.#stopTimer = clock.after(next.wakeAt - now, wake);
    this.due = { ...next, nextCheckAt: begun.nextCheckAt, everyMs: begun.everyMs };
  }

  /** Sends jobs while there are any and they may go. Returns when the next one may. */
  #sendAll(now: number, visible: boolean): number {
    const { rounds, jobs, caller } = this.#parts;
    while (jobs.mayCall) {
      const opensAt = caller.opensAt(now);
      if (opensAt > now) return opensAt;
      const job = rounds.nextJob(jobs, now, caller.stamp, visible);
      if (!job) return now;
      this.#send(job);
    }
    return now;
  }

  #send(job: Job): void {
    const { rounds, jobs, caller, wake, onAnswered, onFailed } = this.#parts;
    jobs.add(job);
    rounds.sent(job);
    const arrived = () => {
      if (jobs.arrived(job)) wake();
    };
    caller.send(job.ask, arrived, job).then(
      (answer) => {
        if (jobs.end(job)) onAnswered(job, answer);
      },
      (error: unknown) => {
        if (jobs.end(job)) onFailed(job, error);
      },
    );
  }
}
