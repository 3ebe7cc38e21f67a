import { worthAPoll } from './poll/nextPoll.ts';
import type { Call } from './share/parsePageMessage.ts';
import type { Sweep } from './sweep/sweep.ts';

/** A walk of at most this many calls is what Refresh does. */
const CHEAP_WALK = 10;
/** Another tab is gone along with where this tab's own poll, or walk, was so long ago. Milliseconds. */
const POLLS_ALONG_MS = 3000;
const WALKS_ALONG_MS = 20_000;

/**
 * What a person and other tabs wish of the rounds: a poll or a walk before its time, a pause, an
 * end of the loading. A wish is weighed by when the last rounds were.
 */
export class Wishes {
  paused = false;
  stopped = false;
  poll = false;
  walk = false;
  /** When the head was last asked for, and when a walk last ended; null before the first. */
  polledAt: number | null = null;
  walkEndedAt: number | null = null;

  /** A person came back to the page. */
  comeBack(now: number): void {
    if (!this.paused && worthAPoll(this.polledAt, now)) this.poll = true;
  }

  /** Another tab asks for the head of the list: this one goes along. True when something is due. */
  follow({ round, ask }: Call, now: number): boolean {
    const { walkEndedAt, stopped } = this;
    if (ask.offset > 0 || this.paused || walkEndedAt === null) return false;
    if (round === 'walk') this.walk ||= !stopped && now - walkEndedAt > WALKS_ALONG_MS;
    else this.poll ||= now - (this.polledAt ?? 0) > POLLS_ALONG_MS;
    return this.poll || this.walk;
  }

  /** A person wants it fresh: a walk where that is cheap or due, else a poll. */
  refresh({ lastAnswers, walk, verdict }: Sweep): void {
    const cheap = lastAnswers <= CHEAP_WALK;
    if (!this.stopped && !walk && (cheap || verdict !== 'proven')) this.walk = true;
    else this.poll = true;
  }

  /** A person stops the loading, or lets it go on; what is proven has nothing to stop. */
  stop(stopped: boolean, { verdict }: Sweep): void {
    if (!stopped || verdict !== 'proven') this.stopped = stopped;
  }

  /** The head is asked for, by a poll or a walk. */
  polled(now: number): void {
    this.polledAt = now;
    this.poll = false;
  }

  walkEnded(now: number): void {
    this.walkEndedAt = now;
    this.walk = false;
  }

  /** The list belongs to another account, which nobody stopped and no walk has read. */
  wipe(): void {
    this.stopped = false;
    this.walkEndedAt = null;
  }
}
