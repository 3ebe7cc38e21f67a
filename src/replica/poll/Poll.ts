import { type Ask, FIRST_LIMIT } from '../sweep/Ask.ts';
import { continueHeadPoll, type HeadAnswer, type HeadPoll, startHeadPoll } from './headPoll.ts';
import { pollRanges } from './ranges.ts';

/** Calls for deep active builds in one poll. */
const MOST_RANGES = 6;

/** What came of a poll. `doubtful`: something was not where or what it should be. */
interface PollEnd {
  readonly doubtful: boolean;
  readonly total: number | null;
}

/** A poll: the head of the list, and the pages that hold the active builds deeper down. */
export class Poll {
  #head: HeadPoll | null = null;
  #ranges: Ask[] = [];
  #sought = new Set<number>();
  #turn = 0;

  /** True from `begin` until it ended. */
  get on(): boolean {
    return this.#head !== null;
  }

  /** Begins. `deep`: active builds and where they are expected. */
  begin(deep: readonly { row: number; at: number }[], pageRows: number): void {
    this.#head = startHeadPoll();
    this.#turn += 1;
    const limits = { headRows: FIRST_LIMIT, pageRows, most: MOST_RANGES, turn: this.#turn };
    this.#ranges = pollRanges(
      deep.map(({ at }) => at),
      limits,
    );
    const isRead = (at: number) =>
      this.#ranges.some((ask) => at >= ask.offset && at < ask.offset + ask.limit);
    this.#sought = new Set(deep.filter(({ at }) => isRead(at)).map(({ row }) => row));
  }

  /** The pages it still needs, the head's first. */
  asks(): Ask[] {
    const next = this.#head?.next;
    return next ? [next, ...this.#ranges] : this.#ranges;
  }

  /** True for a page that active builds are sought on: one that holds it will do as well. */
  isRange(ask: Ask): boolean {
    return this.#ranges.includes(ask);
  }

  /** Any answer came: active builds that are in it need not be sought. */
  saw(rows: readonly number[]): void {
    if (this.#sought.size === 0) return;
    for (const row of rows) this.#sought.delete(row);
  }

  /** An answer to one of its asks. Returns the end when that was the last. */
  answered(ask: Ask, answer: HeadAnswer, largest: number): PollEnd | null {
    if (!this.#head) return null;
    if (this.isRange(ask)) this.#ranges = this.#ranges.filter((one) => one !== ask);
    else if (ask === this.#head.next) this.#head = continueHeadPoll(this.#head, answer, largest);
    if (this.#head.next || this.#ranges.length > 0) return null;
    const { total, reached } = this.#head;
    const doubtful = !reached || this.#sought.size > 0;
    this.cancel();
    return { doubtful, total };
  }

  /** Ends early. True when it had brought half of the news, which is worse than none. */
  cancel(): boolean {
    const half = (this.#head?.pages ?? 0) > 0;
    this.#head = null;
    this.#ranges = [];
    this.#sought = new Set();
    return half;
  }
}
