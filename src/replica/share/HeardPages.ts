import type { ReplicaClock } from '../../lib/surroundings.ts';
import type { Ask } from '../sweep/Ask.ts';
import type { Call, SharedAnswer } from './parsePageMessage.ts';

/** An answer is held for so long after it came. Milliseconds. */
export const HELD_MS = 15_000;
/** Answers that are held, all together: of a long list those that a tab which reads it too is about to want. Characters. */
const MOST_HELD = 4 * 1024 * 1024;
/** A tab that has said nothing of its call for so long is gone. Milliseconds. */
export const SILENT_MS = 3000;

/** What an answer has to be for a call. */
export interface Terms {
  /** Asked for after this stamp. */
  readonly floor: number;
  /** Asked for since then, milliseconds since the epoch. */
  readonly from: number;
  /** Rows at either end of the page that need not be in it; null: it has to be the very page. */
  readonly slack: number | null;
}

/** A call of another tab that is under way, or came to its end. */
export interface HeardCall {
  readonly call: Call;
  saidAt: number;
  over: boolean;
  error: Error | null;
}

/** What was heard of the other tabs’ calls, and the answers of all of them, for a while. */
export class HeardPages {
  readonly #clock: ReplicaClock;
  #answers: readonly SharedAnswer[] = [];
  #calls: readonly HeardCall[] = [];
  #stopPruning = () => {};

  constructor(clock: ReplicaClock) {
    this.#clock = clock;
  }

  /** The answers that are held, oldest call first. */
  get answers(): readonly SharedAnswer[] {
    return this.#answers;
  }

  /** An answer to this ask that meets the terms, of another tab than `self`. */
  answerTo(ask: Ask, terms: Terms, self: string): SharedAnswer | undefined {
    return this.#answers.find((one) => one.from !== self && meets(one, ask, terms));
  }

  /** A call for this ask that is under way, and whose answer will meet the terms. */
  callFor(ask: Ask, terms: Terms): HeardCall | undefined {
    const alive = this.#clock.now() - SILENT_MS;
    return this.#calls.find(
      (one) => !one.over && one.saidAt > alive && meets(one.call, ask, terms),
    );
  }

  /** True where some tab reads the list at the moment. */
  get walked(): boolean {
    const alive = this.#clock.now() - SILENT_MS;
    return this.#calls.some((one) => one.saidAt > alive && isOfWalk(one.call));
  }

  /** Notes a call that was said. True for one not heard of before. */
  noteCall(call: Call): boolean {
    const now = this.#clock.now();
    const known = this.#known(call);
    if (known) {
      known.saidAt = now;
      return false;
    }
    const recent = this.#calls.filter((one) => now - one.saidAt <= SILENT_MS);
    this.#calls = [...recent, { call, saidAt: now, over: false, error: null }];
    return true;
  }

  noteAnswer(answer: SharedAnswer): void {
    this.#end(answer, null);
    const others = this.#answers.filter((one) => !isSame(one, answer));
    const sorted = [...others, answer].sort((a, b) => a.stamp - b.stamp);
    let room = MOST_HELD;
    const first = sorted.findLastIndex((one) => {
      room -= one.text.length;
      return room < 0;
    });
    this.#answers = sorted.slice(first + 1);
    this.#prune();
  }

  noteFailure(call: Call, error: Error | null): void {
    this.#end(call, error);
  }

  /** An answer proved to be of no use. */
  drop(answer: SharedAnswer): void {
    this.#answers = this.#answers.filter((one) => one !== answer);
  }

  /** Forgets everything. */
  clear(): void {
    this.#stopPruning();
    this.#answers = [];
    this.#calls = [];
  }

  #end(call: Call, error: Error | null): void {
    const known = this.#known(call);
    if (!known) return;
    known.over = true;
    known.error = error;
  }

  #known(call: Call): HeardCall | undefined {
    return this.#calls.find((one) => isSame(one.call, call));
  }

  #prune(): void {
    this.#stopPruning();
    const now = this.#clock.now();
    this.#answers = this.#answers.filter((one) => Math.abs(now - one.sentAt) <= HELD_MS);
    const oldest = this.#answers[0];
    if (!oldest) return;
    const left = oldest.sentAt + HELD_MS - now + 1;
    this.#stopPruning = this.#clock.after(left, () => this.#prune());
  }
}

function isSame(a: Call, b: Call): boolean {
  return a.from === b.from && a.stamp === b.stamp;
}

function meets(call: Call, ask: Ask, { floor, from, slack }: Terms): boolean {
  return call.stamp > floor && call.sentAt >= from && holds(call.ask, ask, slack);
}

/** True where the page of `one` holds that of `other`, or is the very same. */
function holds(one: Ask, other: Ask, slack: number | null): boolean {
  if (slack === null) return one.offset === other.offset && one.limit === other.limit;
  const ends = one.offset + one.limit >= other.offset + other.limit - slack;
  return one.offset <= other.offset + slack && ends;
}

function isOfWalk({ round }: Call): boolean {
  return round === 'first' || round === 'walk' || round === 'close';
}
