import { ApiError, type ApiErrorKind } from '../contract/ApiError.ts';
import type { ReplicaFrames, ReplicaVisibility } from '../lib/surroundings.ts';
import { ChangeFlash } from './ChangeFlash.ts';
import { BuildStore } from './columns/BuildStore.ts';
import { CopyKeeper } from './copy/CopyKeeper.ts';
import type { Copies, ListCopy } from './copy/copies.ts';
import type { PageAnswer } from './pageQuery.ts';
import { Backoff } from './poll/Backoff.ts';
import { Poll } from './poll/Poll.ts';
import { type NextPoll, nextPoll, nextWalk, worthAPoll } from './poll/pace.ts';
import { type CallerOptions, ReplicaCaller } from './ReplicaCaller.ts';
import { type Merged, ReplicaRows } from './ReplicaRows.ts';
import {
  doubtSweep,
  finishIfDone,
  nextSweepAsk,
  startSweepWalk,
  sweepAsked,
  sweepFailed,
} from './sweep/sweep.ts';
import { type Ask, FIRST_LIMIT } from './sweep/walk.ts';

const MOST_IN_FLIGHT = 4;
/** In flight, or here and still to be read: the network need not wait for the reading. */
const MOST_UNREAD = 8;
/** A walk of at most this many calls is what Refresh does. */
const CHEAP_WALK = 10;

export interface EngineOptions extends Omit<CallerOptions, 'onLimited'> {
  readonly frames: ReplicaFrames;
  readonly copies: Copies;
  readonly visibility: ReplicaVisibility;
  readonly random: () => number;
  readonly onUnauthorized: (token: string) => void;
  readonly onChange: (urgency: 'now' | 'soon' | 'pouring') => void;
}

interface Job {
  readonly ask: Ask;
  readonly kind: 'walk' | 'poll';
  readonly walkNo: number;
  /** Its answer is here and is still to be read. */
  arrived: boolean;
}

/** What the engine means to do next, for screens. */
interface Plan {
  readonly nextCheckAt: number | null;
  readonly everyMs: number | null;
  readonly pacedUntil: number | null;
}

const NO_PLAN: Plan = { nextCheckAt: null, everyMs: null, pacedUntil: null };

/** Binds the decisions (sweep, polls, budget) to calls, timers and the rows. */
export class ReplicaEngine {
  readonly rows = new ReplicaRows();
  readonly flash = new ChangeFlash();
  readonly #options: EngineOptions;
  readonly #caller: ReplicaCaller;
  readonly #keeper: CopyKeeper;
  readonly #poll = new Poll();
  readonly #backoff: Backoff;
  readonly #jobs = new Set<Job>();
  paused = false;
  stopped = false;
  verifying = false;
  restoredFrom: number | null = null;
  walkEndedAt: number | null = null;
  plan: Plan = NO_PLAN;
  #life: 'new' | 'on' | 'refused' | 'over' = 'new';
  #painting = false;
  #restoring = false;
  #wantsPoll = false;
  #wantsWalk = false;
  #polledAt: number | null = null;
  /** The last call sent was of a poll. */
  #polledLast = false;
  #jitter = 0.5;
  #timer: (() => void) | null = null;
  #unsee: (() => void) | null = null;
  #unpaint: (() => void) | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
    this.#caller = new ReplicaCaller({ ...options, onLimited: (error) => this.#limited(error) });
    const { copies, clock, token } = options;
    this.#keeper = new CopyKeeper({ copies, clock, token, list: () => this.#keepable() });
  }

  get keepsCopy(): boolean {
    return this.#keeper.on;
  }

  get error(): ApiError | null {
    return this.#backoff.error;
  }

  get calling(): number {
    return this.#jobs.size;
  }

  start(): void {
    if (this.#life !== 'new') return;
    this.#life = 'on';
    this.#unsee = this.#options.visibility.subscribe(() => this.#seen());
    if (this.#keeper.on) {
      this.#restoring = true;
      void this.#keeper.load().then((copy) => this.#restore(copy));
    }
    this.#pump();
  }

  keepCopy(keep: boolean): void {
    this.#keeper.set(keep);
    this.#changed();
    // A checkbox shows it: until the next frame it would spring back.
    this.#options.onChange('now');
  }

  refresh(): void {
    this.#backoff.release();
    const { sweep } = this.rows;
    const cheap = sweep.lastAnswers <= CHEAP_WALK;
    if (!this.stopped && !sweep.walk && (cheap || sweep.verdict !== 'proven')) {
      this.#wantsWalk = true;
    } else this.#wantsPoll = true;
    this.#pump();
  }

  setStopped(stopped: boolean): void {
    if (stopped && this.rows.sweep.verdict === 'proven') return;
    this.stopped = stopped;
    this.#pump();
  }

  setPaused(paused: boolean): void {
    this.paused = paused;
    this.#pump();
  }

  reauthorize(token: string): void {
    if (this.#life !== 'refused' && token === this.#caller.token) return;
    this.#abandon();
    this.#caller.renew(token);
    this.#life = 'on';
    this.verifying = true;
    this.#backoff.clear();
    this.#wantsPoll = true;
    this.#pump();
  }

  dispose(): void {
    this.#life = 'over';
    this.#keeper.end();
    this.#caller.cancel();
    this.#abandon();
    this.#unsee?.();
    this.#unsee = null;
  }

  /** Sends what is due, and sets the one timer for what comes next. */
  #pump(): void {
    this.#timer?.();
    this.#timer = null;
    this.plan = NO_PLAN;
    const { clock, visibility } = this.#options;
    const ready = this.#life === 'on' && !this.#painting && !this.#restoring;
    if (ready && visibility.isVisible()) this.#goOn(clock.now());
    this.#changed();
  }

  #goOn(now: number): void {
    const waitUntil = this.#backoff.until(now);
    // A walk that begins reads the head as well: it comes first.
    if (!this.rows.sweep.walk && this.#nextWalkAt(now, waitUntil) === now) this.#startWalk(now);
    const poll = this.#nextPoll(now, waitUntil);
    if (poll.at === now && !this.#poll.on && !this.#firstPage) this.#startPoll(now);

    let opensAt = now;
    while (!this.#backoff.halted && now >= waitUntil && this.#mayCall) {
      opensAt = this.#caller.opensAt(now);
      if (opensAt > now) break;
      const job = this.#nextJob();
      if (!job) break;
      this.#send(job);
    }
    const busy = this.#poll.on || this.rows.sweep.walk !== null;
    const due = [
      this.#poll.on || this.#firstPage ? null : this.#nextPoll(now, waitUntil).at,
      this.rows.sweep.walk ? null : this.#nextWalkAt(now, waitUntil),
      opensAt > now ? opensAt : null,
      waitUntil > now && busy && !this.#backoff.halted ? waitUntil : null,
    ].filter((at) => at !== null);
    if (due.length > 0) {
      this.#timer = this.#options.clock.after(Math.min(...due) - now, () => this.#pump());
    }
    this.plan = {
      nextCheckAt: waitUntil > now && !this.#backoff.halted ? waitUntil : poll.at,
      everyMs: poll.everyMs,
      pacedUntil: opensAt > now ? opensAt : null,
    };
  }

  get #mayCall(): boolean {
    let inFlight = 0;
    for (const { arrived } of this.#jobs) if (!arrived) inFlight += 1;
    return inFlight < MOST_IN_FLIGHT && this.#jobs.size < MOST_UNREAD;
  }

  /** The first page of all is on its way: nothing else goes out. */
  get #firstPage(): boolean {
    const { walk } = this.rows.sweep;
    return walk?.gently === true && walk.answers === 0 && !this.verifying;
  }

  #nextPoll(now: number, waitUntil: number): NextPoll {
    return nextPoll({
      now,
      visible: true,
      paused: this.paused,
      halted: this.#backoff.halted,
      wanted: this.#wantsPoll,
      polledAt: this.#polledAt,
      active: this.rows.store.activeRows(now).active.length,
      waitUntil,
      jitter: this.#jitter,
    });
  }

  #nextWalkAt(now: number, waitUntil: number): number | null {
    const { sweep } = this.rows;
    const wanted = this.#wantsWalk || (this.walkEndedAt === null && !this.stopped);
    if (this.#backoff.halted || this.stopped || this.verifying || (this.paused && !wanted))
      return null;
    if (wanted) return Math.max(now, waitUntil);
    const at = nextWalk({
      now,
      verdict: sweep.verdict,
      hasty: sweep.hasty,
      endedAt: this.walkEndedAt,
      calls: sweep.lastAnswers,
      tries: sweep.tries,
      newestFirst: this.rows.newestFirst,
    });
    return Math.max(at, waitUntil);
  }

  #startWalk(now: number): void {
    const gently = this.walkEndedAt === null && this.rows.store.size === 0;
    this.#wantsWalk = false;
    startSweepWalk(this.rows.sweep, gently);
    // A walk reads the head too.
    this.#polledAt = now;
    this.#wantsPoll = false;
    this.#jitter = this.#options.random();
  }

  #startPoll(now: number): void {
    this.#polledAt = now;
    this.#wantsPoll = false;
    this.#jitter = this.#options.random();
    const { store, sweep } = this.rows;
    const deep = this.verifying ? [] : this.rows.placesOf(store.activeRows(now).active);
    this.#poll.begin(deep, sweep.brings);
  }

  /** Polls and a walk take turns: where little may be asked, neither keeps the other waiting. */
  #nextJob(): Job | null {
    const poll = this.#nextOfPoll();
    if (poll && !this.#polledLast) return poll;
    return this.#nextOfWalk() ?? poll;
  }

  #nextOfPoll(): Job | null {
    const ask = this.#poll.asks().find((each) => !this.#inFlight(each));
    return ask ? newJob(ask, 'poll', this.rows.sweep.walkNo) : null;
  }

  #nextOfWalk(): Job | null {
    if (this.verifying || this.stopped) return null;
    const { sweep } = this.rows;
    const ask = nextSweepAsk(sweep);
    if (!ask) this.#finishWalk();
    return ask && !this.#inFlight(ask) ? newJob(ask, 'walk', sweep.walkNo) : null;
  }

  /** The same page is on its way: the query client would hand out that older answer. */
  #inFlight(ask: Ask): boolean {
    for (const job of this.#jobs) {
      if (job.ask.offset === ask.offset && job.ask.limit === ask.limit) return true;
    }
    return false;
  }

  #send(job: Job): void {
    this.#jobs.add(job);
    this.#polledLast = job.kind === 'poll';
    if (job.kind === 'walk') sweepAsked(this.rows.sweep, job.ask);
    const arrived = () => {
      job.arrived = true;
      if (this.#jobs.has(job)) this.#pump();
    };
    this.#caller.send(job.ask, arrived).then(
      (answer) => this.#answered(job, answer),
      (error: unknown) => this.#failed(job, error),
    );
  }

  #answered(job: Job, answer: PageAnswer): void {
    if (!this.#jobs.delete(job)) return;
    const now = this.#options.clock.now();
    if (this.verifying) this.#verify(answer);
    const first = this.rows.store.size === 0;
    const hadWalk = this.rows.sweep.walk !== null;
    const merged = this.rows.merge(job.ask, answer, job.walkNo);
    this.flash.add(merged.changed, now);
    this.#poll.saw(merged.rows);
    this.#backoff.succeeded(answer.sentAt);
    if (hadWalk && !this.rows.sweep.walk) this.#walkEnded(now);
    if (job.kind === 'poll') this.#polled(job.ask, answer, merged);
    if (first && merged.added.length > 0) this.#paint();
    this.#pump();
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

  /** Shows the first rows before anything else is asked for. */
  #paint(): void {
    this.#painting = true;
    this.#options.onChange('now');
    this.#unpaint = this.#options.frames.painted(() => {
      this.#painting = false;
      this.#unpaint = null;
      this.#pump();
    });
  }

  #finishWalk(): void {
    const { sweep } = this.rows;
    if (!sweep.walk) return;
    this.rows.drop(finishIfDone(sweep), this.#caller.stamp);
    if (!sweep.walk) this.#walkEnded(this.#options.clock.now());
  }

  #walkEnded(now: number): void {
    this.walkEndedAt = now;
    this.restoredFrom = null;
    this.#wantsWalk = false;
  }

  /** The first answer to a new token: rows stay only if they are of the same account. */
  #verify(answer: PageAnswer): void {
    const { store } = this.rows;
    const same = store.size === 0 || answer.page.builds.some((build) => store.has(build.id));
    this.verifying = false;
    this.#keeper.renew(this.#caller.token);
    if (same) return;
    this.rows.wipe();
    this.restoredFrom = null;
    this.walkEndedAt = null;
    this.#poll.cancel();
  }

  #failed(job: Job, error: unknown): void {
    if (!this.#jobs.delete(job)) return;
    if (error instanceof ApiError && error.kind === 'unauthorized') {
      this.#refused(error);
      return;
    }
    const now = this.#options.clock.now();
    const { sweep } = this.rows;
    const tooLarge = error instanceof ApiError && TOO_LARGE.has(error.kind);
    if (job.kind === 'walk') sweepFailed(sweep, job.ask, tooLarge);
    else {
      if (this.#poll.cancel()) doubtSweep(sweep);
      this.#wantsPoll = this.verifying;
    }
    const smaller = job.kind === 'walk' && job.ask.limit > FIRST_LIMIT && tooLarge;
    if (!(error instanceof ApiError)) this.#backoff.interrupted(now);
    else if (!smaller) this.#backoff.failed(error, now);
    this.#pump();
  }

  #limited(error: ApiError): void {
    const now = this.#options.clock.now();
    if (this.#backoff.limited(error, now)) this.#caller.tighten(now);
    this.#pump();
  }

  #refused(error: ApiError): void {
    const { token } = this.#caller;
    this.#life = 'refused';
    this.#backoff.refused(error);
    this.#caller.cancel();
    this.#abandon();
    this.#options.onChange('now');
    this.#options.onUnauthorized(token);
  }

  /** Drops calls, timers and polls under way; a walk asks again for what was lost. */
  #abandon(): void {
    for (const job of this.#jobs) {
      if (job.kind === 'walk') sweepFailed(this.rows.sweep, job.ask, false);
    }
    this.#jobs.clear();
    this.#timer?.();
    this.#timer = null;
    this.#unpaint?.();
    this.#unpaint = null;
    this.#painting = false;
    if (this.#poll.cancel()) doubtSweep(this.rows.sweep);
    this.plan = NO_PLAN;
  }

  #seen(): void {
    const { visibility, clock } = this.#options;
    if (!visibility.isVisible()) this.#keeper.hurry(this.rows.version);
    else if (!this.paused && worthAPoll(this.#polledAt, clock.now())) this.#wantsPoll = true;
    this.#pump();
  }

  /** What is worth keeping: a list that is proven. */
  #keepable(): Pick<ListCopy, 'snapshot' | 'stamp'> | null {
    const { sweep, store } = this.rows;
    if (sweep.verdict !== 'proven' || this.verifying || this.#life !== 'on') return null;
    return { snapshot: store.toSnapshot(), stamp: this.#caller.stamp };
  }

  /** Shows the copy; the first walk then sets it right. */
  #restore(copy: ListCopy | null): void {
    this.#restoring = false;
    if (this.#life !== 'on') return;
    const store = copy && BuildStore.fromSnapshot(copy.snapshot);
    if (copy && store && store.size > 0) {
      this.rows.restore(store);
      this.restoredFrom = copy.savedAt;
      this.#caller.skipStamps(copy.stamp);
      this.#paint();
    } else this.#pump();
  }

  #changed(): void {
    if (this.#life === 'over') return;
    if (this.rows.sweep.verdict === 'proven') this.#keeper.offer(this.rows.version);
    const pouring = this.rows.sweep.walk !== null && this.rows.sweep.verdict === 'sought';
    this.#options.onChange(pouring ? 'pouring' : 'soon');
  }
}

function newJob(ask: Ask, kind: Job['kind'], walkNo: number): Job {
  return { ask, kind, walkNo, arrived: false };
}

/** Failures of a large page that a smaller one may not meet. */
const TOO_LARGE: ReadonlySet<ApiErrorKind> = new Set(['invalid', 'refused', 'unreadable']);
