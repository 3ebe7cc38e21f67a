import type { Round } from '../share/Round.ts';
import type { Ask } from '../sweep/Ask.ts';

const MOST_IN_FLIGHT = 4;
/** In flight, or here and still to be read: the network need not wait for the reading. */
const MOST_UNREAD = 8;

/** A call that was sent, or is about to be. */
export interface Job {
  readonly ask: Ask;
  readonly kind: 'walk' | 'poll';
  /** The sweep's number when it was sent. */
  readonly walkNo: number;
  /** How new the answer has to be, and the poll that it is of. */
  readonly round: Round;
  readonly beat: number | null;
}

/** The jobs under way: in flight, or arrived and still to be read. */
export class Jobs {
  /** Each with whether its answer has arrived. */
  readonly #jobs = new Map<Job, boolean>();

  get size(): number {
    return this.#jobs.size;
  }

  /** True while one more may be sent. */
  get mayCall(): boolean {
    let inFlight = 0;
    for (const arrived of this.#jobs.values()) if (!arrived) inFlight += 1;
    return inFlight < MOST_IN_FLIGHT && this.#jobs.size < MOST_UNREAD;
  }

  /** The same page is on its way: the query client would hand out that older answer. */
  covers({ offset, limit }: Ask): boolean {
    for (const { ask } of this.#jobs.keys()) {
      if (ask.offset === offset && ask.limit === limit) return true;
    }
    return false;
  }

  add(job: Job): void {
    this.#jobs.set(job, false);
  }

  /** Its answer is here and is still to be read. False for a job that was dropped. */
  arrived(job: Job): boolean {
    if (!this.#jobs.has(job)) return false;
    this.#jobs.set(job, true);
    return true;
  }

  /** It came to its end. False for a job that was dropped: its end is nobody's business. */
  end(job: Job): boolean {
    return this.#jobs.delete(job);
  }

  /** Drops all; returns them. */
  drop(): readonly Job[] {
    const jobs = [...this.#jobs.keys()];
    this.#jobs.clear();
    return jobs;
  }
}
