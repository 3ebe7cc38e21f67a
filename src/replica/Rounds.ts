import { ApiError, type ApiErrorKind } from '../contract/ApiError.ts';
import type { Job, Jobs } from './call/Jobs.ts';
import type { PageAnswer } from './call/pageQuery.ts';
import type { ClearedOf } from './columns/storeSnapshots.ts';
import { type Due, type DueFacts, dueNext } from './dueNext.ts';
import { Poll } from './poll/Poll.ts';
import { ChangeFlash } from './rows/ChangeFlash.ts';
import { isSameAccount } from './rows/isSameAccount.ts';
import { type Merged, ReplicaRows } from './rows/ReplicaRows.ts';
import type { Call } from './share/parsePageMessage.ts';
import { type Ask, FIRST_LIMIT } from './sweep/Ask.ts';
import {
  doubtSweep,
  finishIfDone,
  nextSweepAsk,
  startSweepWalk,
  sweepAsked,
  sweepFailed,
} from './sweep/sweep.ts';
import { Wishes } from './Wishes.ts';

/** Failures of a large page that a smaller one may not meet. */
const TOO_LARGE: ReadonlySet<ApiErrorKind> = new Set(['invalid', 'refused', 'unreadable']);

/** What a round cannot know by itself. */
export type Surroundings = Pick<
  DueFacts,
  'now' | 'visible' | 'watching' | 'halted' | 'waitUntil' | 'opensAt'
>;

/**
 * The rounds over the list, walks and polls: which are wanted and under way, the next call of
 * theirs, and what answers and failures mean for them. Knows no clock and sends nothing.
 */
export class Rounds {
  readonly rows = new ReplicaRows();
  /** The rows that the last change touched. */
  readonly flash = new ChangeFlash();
  readonly wishes = new Wishes();
  readonly #random: () => number;
  readonly #poll = new Poll();
  /** A new token is being tried, by one poll of the head. */
  verifying = false;
  /** When the copy that is shown was saved, until a walk has set it right. */
  restoredFrom: number | null = null;
  #lastSent: Job['kind'] = 'walk';
  #jitter = 0.5;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** What is due, as things stand. */
  due(around: Surroundings): Due {
    const { rows, wishes, verifying } = this;
    const { sweep, store, newestFirst } = rows;
    const { paused, stopped, polledAt, walkEndedAt } = wishes;
    return dueNext({
      ...around,
      ...{ paused, stopped, verifying, polledAt, walkEndedAt, sweep, newestFirst },
      wantsPoll: wishes.poll,
      wantsWalk: wishes.walk,
      jitter: this.#jitter,
      active: store.activeRows(around.now).active.length,
      walking: sweep.walk !== null,
      polling: this.#poll.on,
      firstPage: this.#firstPage,
    });
  }

  /** Begins what is due. Returns what was due before a poll began. */
  begin(around: Surroundings): Due {
    const { now } = around;
    // A walk that begins reads the head as well: it comes first.
    if (this.due(around).walkAt === now) this.#startWalk(now);
    const due = this.due(around);
    if (due.pollAt === now) this.#startPoll(now);
    return due;
  }

  /** Another tab asks for the head of the list: this one goes along. True when something is due. */
  follow(call: Call, now: number): boolean {
    if (this.#poll.on || this.rows.sweep.walk || this.verifying) return false;
    return this.wishes.follow(call, now);
  }

  /** Another token came: one poll tells whose it is. */
  verify(): void {
    this.verifying = true;
    this.wishes.poll = true;
  }

  /** Forgets everything: it belongs to another account, which nobody stopped. */
  wipe(): void {
    this.rows.wipe();
    this.flash.clear();
    this.wishes.wipe();
    this.restoredFrom = null;
    this.#poll.cancel();
  }

  /** Clears away what is gone. Only while no call is under way. */
  clearAway(clearedOf: ClearedOf): void {
    if (!this.#poll.on && this.rows.clearAway(clearedOf)) this.flash.clear();
  }

  /**
   * The next call to send, null when there is none now. Polls and a walk take turns: where little
   * may be asked, neither keeps the other waiting. `stamp` is that of the last call sent.
   */
  nextJob(jobs: Jobs, now: number, stamp: number, visible = true): Job | null {
    const poll = this.#nextOfPoll(jobs);
    // What nobody sees is looked at, never walked.
    if (!visible) return poll;
    if (poll && this.#lastSent === 'walk') return poll;
    return this.#nextOfWalk(jobs, now, stamp) ?? poll;
  }

  sent(job: Job): void {
    this.#lastSent = job.kind;
    if (job.kind === 'walk') sweepAsked(this.rows.sweep, job.ask);
  }

  /** Takes the answer to a job. `first`: it brought the first rows there are. */
  answered(job: Job, answer: PageAnswer, now: number): Merged & { readonly first: boolean } {
    if (this.verifying) this.#verified(answer);
    const empty = this.rows.store.size === 0;
    const walked = this.rows.sweep.walk !== null;
    const merged = this.rows.merge(answer.ask ?? job.ask, answer, job.walkNo);
    this.flash.add(merged.changed, now);
    this.#poll.saw(merged.rows);
    if (walked && !this.rows.sweep.walk) this.#walkEnded(now);
    if (job.kind === 'poll') this.#polled(job.ask, answer, merged);
    return { ...merged, first: empty && merged.added.length > 0 };
  }

  /** Takes the failure of a job. True when smaller pages are asked for: nothing to wait for. */
  failed(job: Job, error: unknown): boolean {
    if (job.kind === 'walk') {
      const tooLarge = error instanceof ApiError && TOO_LARGE.has(error.kind);
      sweepFailed(this.rows.sweep, job.ask, tooLarge);
      return job.ask.limit > FIRST_LIMIT && tooLarge;
    }
    this.#cancelPoll();
    this.wishes.poll = this.verifying;
    return false;
  }

  /** Jobs were dropped: a walk asks again for what was lost, a poll is over. */
  dropped(jobs: readonly Job[]): void {
    for (const { kind, ask } of jobs) {
      if (kind === 'walk') sweepFailed(this.rows.sweep, ask, false);
    }
    this.#cancelPoll();
  }

  /** The first page of all is on its way: nothing else goes out. */
  get #firstPage(): boolean {
    const { walk } = this.rows.sweep;
    return walk?.gently === true && walk.answers === 0 && !this.verifying;
  }

  #startWalk(now: number): void {
    const gently = this.wishes.walkEndedAt === null && this.rows.store.size === 0;
    this.wishes.walk = false;
    startSweepWalk(this.rows.sweep, gently);
    this.#notePoll(now);
  }

  #startPoll(now: number): void {
    this.#notePoll(now);
    const { store, sweep } = this.rows;
    const deep = this.verifying ? [] : this.rows.placesOf(store.activeRows(now).active);
    this.#poll.begin(deep, sweep.brings);
  }

  /** A walk polls too. */
  #notePoll(now: number): void {
    this.wishes.polled(now);
    this.#jitter = this.#random();
  }

  #nextOfPoll(jobs: Jobs): Job | null {
    const ask = this.#poll.asks().find((each) => !jobs.covers(each));
    return ask ? this.#jobOf(ask, 'poll', this.#poll.isRange(ask) ? 'range' : 'poll') : null;
  }

  #nextOfWalk(jobs: Jobs, now: number, stamp: number): Job | null {
    if (this.verifying || this.wishes.stopped) return null;
    const { sweep } = this.rows;
    const ask = nextSweepAsk(sweep);
    if (!ask && sweep.walk) {
      this.rows.drop(finishIfDone(sweep), stamp);
      if (!sweep.walk) this.#walkEnded(now);
    }
    if (!ask || jobs.covers(ask) || !sweep.walk) return null;
    const { phase, gently } = sweep.walk;
    const reading = gently ? 'first' : 'walk';
    return this.#jobOf(ask, 'walk', phase === 'reading' ? reading : 'close');
  }

  #jobOf(ask: Ask, kind: Job['kind'], round: Job['round']): Job {
    return { ask, kind, walkNo: this.rows.sweep.walkNo, round, beat: this.wishes.polledAt };
  }

  #walkEnded(now: number): void {
    this.wishes.walkEnded(now);
    this.restoredFrom = null;
  }

  /** A poll that is over is weighed: what does not add up voids the proof. */
  #polled(ask: Ask, { page }: PageAnswer, { rows, added }: Merged): void {
    const { sweep } = this.rows;
    const { received, total } = page;
    const end = this.#poll.answered(ask, { received, total, rows, added }, sweep.largest);
    if (!end) return;
    const off = end.total !== null && end.total !== sweep.seen.size;
    if (off || end.doubtful) doubtSweep(sweep);
  }

  /** The first answer to a new token: rows stay only if they are of the same account. */
  #verified({ page }: PageAnswer): void {
    this.verifying = false;
    if (!isSameAccount(this.rows.store, page)) this.wipe();
  }

  /** Half of the news is worse than none: the proof is void. */
  #cancelPoll(): void {
    if (this.#poll.cancel()) doubtSweep(this.rows.sweep);
  }
}
