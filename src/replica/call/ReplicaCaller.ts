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
import type { ShareTabs, TabsShare } from '../share/joinTabs.ts';
import type { Call } from '../share/parsePageMessage.ts';
import type { OwnCall, Performed } from '../share/SharedParts.ts';
import { STAMPS_PER_MS } from '../share/stamps.ts';
import type { Ask } from '../sweep/Ask.ts';
import type { Job } from './Jobs.ts';
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
  /** Shares pages with the other tabs of this list; without it this tab is for itself. */
  readonly share?: ShareTabs | undefined;
  /** Hears of calls of other tabs (`SharedParts.onCall`), and of their failures. */
  readonly onCall?: (call: Call, brought: boolean) => void;
  readonly onFailed?: (error: ApiError) => void;
}

/** How long the pages after the first one wait to be shared. Milliseconds. */
const JOIN_MS = 600;

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
  #share: TabsShare | null = null;
  /** On its way to `#share`, and in which era it set out. */
  #joining: Promise<unknown> | null = null;
  #joined = -1;

  constructor({ token, ...options }: CallerOptions) {
    this.#options = options;
    this.#token = token;
  }

  get token(): string {
    return this.#token;
  }

  /** True while another tab is to ask first. */
  get follows(): boolean {
    return this.#share?.pages.leads === false;
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
   * `onArrived` is called when the answer is here and is still to be read. A page for a `job` may
   * come from another tab.
   *
   * @throws ApiError when the call failed for good, Outdated when its end no longer matters.
   */
  async send(ask: Ask, onArrived: () => void, job?: Job): Promise<PageAnswer> {
    const era = this.#era;
    const token = this.#token;
    const { queryClient, account, team } = this.#options;
    const query = pageQuery(`${account}/${era}`, ask, (signal) =>
      this.#call(
        { ...ask, token, signal, onArrived, ...(team !== null && { teamId: team }) },
        era,
        job,
      ),
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
    this.#share?.end();
    this.#share = null;
    this.#joining = null;
    void queryClient.cancelQueries({ queryKey }, { silent: true });
    queryClient.removeQueries({ queryKey });
  }

  async #call(request: PageRequest, era: number, job?: Job): Promise<PageAnswer> {
    if (this.#joining) await this.#joining;
    const { signal } = request;
    const perform: OwnCall['perform'] = (watch) => this.#perform(request, era, watch);
    const { date, ...answer } = await (job && this.#share
      ? this.#share.pages.call(job, { signal, perform })
      : perform({}));
    if (era === this.#era) {
      if (date !== null) this.#apiTime = Math.max(this.#apiTime ?? date, date);
      if (this.#joined !== era) this.#join(era);
    }
    return answer;
  }

  async #perform(
    request: PageRequest,
    era: number,
    { onSent, onText }: Parameters<OwnCall['perform']>[0],
  ): Promise<Performed> {
    const { clock, onLimited, fetchPage } = this.#options;
    const sentAt = clock.now();
    this.#budget = spendBudget(this.#budget, sentAt);
    const stamp = this.#tick();
    onSent?.(stamp, sentAt);
    let date: number | null = null;
    const onDate = (said: number) => {
      date = said;
    };
    try {
      const page = await fetchPage({ ...request, onDate, ...(onText && { onText }) });
      return { page, stamp, sentAt, date };
    } catch (error) {
      if (era === this.#era && error instanceof ApiError && error.kind === 'limited') {
        onLimited(error);
      }
      throw error;
    }
  }

  #tick(): number {
    const { share, clock } = this.#options;
    this.#stamp = Math.max(this.#stamp + 1, share ? clock.now() * STAMPS_PER_MS : 0);
    return this.#stamp;
  }

  /** Shares with other tabs from now on, once the list is known to be had. */
  #join(era: number): void {
    this.#joined = era;
    const { share, clock, team, onCall, onFailed } = this.#options;
    if (!share) return;
    const joined = share(
      { token: this.#token, team, stays: () => era === this.#era },
      {
        clock,
        tick: () => this.#tick(),
        hearStamp: (stamp) => this.skipStamps(stamp),
        opensAt: (now) => this.opensAt(now),
        onCall: (call, brought) => {
          if (!brought) this.#budget = spendBudget(this.#budget, clock.now());
          onCall?.(call, brought);
        },
        onFailed: (error) => onFailed?.(error),
      },
    ).then(
      (found) => {
        if (era === this.#era) this.#share = found;
      },
      () => undefined,
    );
    // What keeps the others from answering keeps no rows from the screen.
    const late = new Promise((resolve) => clock.after(JOIN_MS, () => resolve(null)));
    this.#joining = Promise.race([joined, late]).then(() => {
      if (era === this.#era) this.#joining = null;
    });
  }
}
