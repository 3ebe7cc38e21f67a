import type { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../../contract/ApiError.ts';
import type { fetchPage, PageRequest } from '../../contract/fetchPage.ts';
import type { ReplicaClock } from '../../lib/surroundings.ts';
import {
  budgetOpensAt,
  easeBudget,
  FULL_BUDGET,
  type RateBudget,
  spendBudget,
  tightenBudget,
} from '../poll/rateBudget.ts';
import type { Ask } from '../sweep/Ask.ts';
import { accountKey, type PageAnswer, pageQuery } from './pageQuery.ts';

export interface CallerOptions {
  readonly queryClient: QueryClient;
  /** Names the account in query keys; never the token. */
  readonly account: string;
  readonly token: string;
  /** The team whose builds are asked for; null for the token's own. */
  readonly team: string | null;
  readonly fetchPage: typeof fetchPage;
  readonly clock: ReplicaClock;
  /** Hears of each 429, also of those that are tried again unseen. */
  readonly onLimited: (error: ApiError) => void;
}

/** A call whose token was replaced or whose replica is gone: its end is nobody's business. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
}

/** Sends page calls through the query client, inside the budget, for one token at a time. */
export class ReplicaCaller {
  /** Without the token, which is let go of at the end. */
  readonly #options: Omit<CallerOptions, 'token'>;
  #token: string;
  /** Counts up with each token; calls of an earlier one are outdated. */
  #era = 0;
  #stamp = 0;
  #budget: RateBudget = FULL_BUDGET;
  #apiTime: number | null = null;

  constructor({ token, ...options }: CallerOptions) {
    this.#options = options;
    this.#token = token;
  }

  get token(): string {
    return this.#token;
  }

  /** The stamp of the last call sent. */
  get stamp(): number {
    return this.#stamp;
  }

  /** The newest `Date` of an answer, milliseconds since the epoch; null before the first. */
  get apiTime(): number | null {
    return this.#apiTime;
  }

  /** Later calls count up from here: rows of a copy are older than any answer. */
  skipStamps(to: number): void {
    this.#stamp = Math.max(this.#stamp, to);
  }

  /** When the budget lets the next call out: `now`, or later. */
  opensAt(now: number): number {
    this.#budget = easeBudget(this.#budget, now);
    return budgetOpensAt(this.#budget, now);
  }

  tighten(now: number): void {
    this.#budget = tightenBudget(this.#budget, now);
  }

  /**
   * `onArrived` is called when the answer is here and is still to be read.
   *
   * @throws ApiError when the call failed for good, Outdated when its end no longer matters.
   */
  async send(ask: Ask, onArrived: () => void): Promise<PageAnswer> {
    const era = this.#era;
    const token = this.#token;
    const { queryClient, account, team } = this.#options;
    const query = pageQuery(`${account}/${era}`, ask, (signal) =>
      this.#call({ ...ask, token, signal, onArrived, ...(team !== null && { teamId: team }) }, era),
    );
    try {
      const answer = await queryClient.fetchQuery(query);
      if (era !== this.#era) throw new Outdated();
      return answer;
    } catch (error) {
      if (era === this.#era && error instanceof ApiError) throw error;
      throw error instanceof Outdated || era !== this.#era ? new Outdated() : error;
    } finally {
      queryClient.removeQueries({ queryKey: query.queryKey, exact: true });
    }
  }

  /** Takes another token; calls under way are cancelled and what they bring is outdated. */
  renew(token: string): void {
    this.cancel();
    this.#token = token;
  }

  /** Cancels all, and lets go of the token. */
  end(): void {
    this.renew('');
  }

  /** Cancels all calls under way. */
  cancel(): void {
    const { queryClient, account } = this.#options;
    const queryKey = accountKey(`${account}/${this.#era}`);
    this.#era += 1;
    void queryClient.cancelQueries({ queryKey }, { silent: true });
    queryClient.removeQueries({ queryKey });
  }

  async #call(request: PageRequest, era: number): Promise<PageAnswer> {
    const { clock, onLimited } = this.#options;
    const sentAt = clock.now();
    this.#budget = spendBudget(this.#budget, sentAt);
    this.#stamp += 1;
    const stamp = this.#stamp;
    try {
      const onDate = (date: number) => {
        if (era === this.#era) this.#apiTime = Math.max(this.#apiTime ?? date, date);
      };
      const page = await this.#options.fetchPage({ ...request, onDate });
      return { page, stamp, sentAt };
    } catch (error) {
      if (era === this.#era && error instanceof ApiError && error.kind === 'limited') {
        onLimited(error);
      }
      throw error;
    }
  }
}
