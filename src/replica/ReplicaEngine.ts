import { ApiError } from '../contract/ApiError.ts';
import type { ReplicaFrames, ReplicaVisibility } from '../lib/surroundings.ts';
import { inTasks } from '../lib/tasks/inTasks.ts';
import { type Job, Jobs } from './call/Jobs.ts';
import type { PageAnswer } from './call/pageQuery.ts';
import { type CallerOptions, ReplicaCaller } from './call/ReplicaCaller.ts';
import type { Copies, ListCopy } from './copy/Copies.ts';
import type { Due } from './dueNext.ts';
import { FirstPaint } from './FirstPaint.ts';
import { KeptList } from './KeptList.ts';
import { Pace } from './Pace.ts';
import { Backoff } from './poll/Backoff.ts';
import { Rounds } from './Rounds.ts';
import type { ReplicaRows } from './rows/ReplicaRows.ts';
import type { Call } from './share/parsePageMessage.ts';

/** Draws of a tab that follows: it is a little later than the others' latest. */
const FOLLOWING = 1.2;

interface EngineOptions extends Omit<CallerOptions, 'onLimited' | 'onCall' | 'onFailed'> {
  readonly frames: ReplicaFrames;
  readonly copies: Copies;
  readonly visibility: ReplicaVisibility;
  readonly random: () => number;
  readonly onUnauthorized: (token: string) => void;
  readonly onChange: (urgency: 'now' | 'soon' | 'pouring') => void;
}

/** Binds the rounds over the list to calls, timers, the copy on this device and the screen. */
export class ReplicaEngine {
  readonly rounds: Rounds;
  readonly #options: Omit<EngineOptions, 'token'>;
  readonly #caller: ReplicaCaller;
  readonly kept: KeptList;
  readonly #backoff: Backoff;
  readonly #paint: FirstPaint;
  readonly #jobs = new Jobs();
  readonly #pace: Pace;
  #life: 'new' | 'restoring' | 'on' | 'refused' | 'over' = 'new';
  readonly #settle = inTasks(() => this.rows.tidyNext(this.#jobs.size === 0));
  #unsee = () => {};

  constructor({ token, ...options }: EngineOptions) {
    this.#options = options;
    const random = () => (this.#caller.follows ? FOLLOWING : options.random());
    this.rounds = new Rounds(random);
    this.#backoff = new Backoff(random);
    this.#paint = new FirstPaint(options.frames);
    const onLimited = (error: ApiError) => this.#limited(error);
    this.#caller = new ReplicaCaller({
      ...options,
      ...{ token, onLimited },
      onCall: (call, brought) => this.#heard(call, brought),
      onFailed: (error) => this.#failedElsewhere(error),
    });
    const parts = { rounds: this.rounds, backoff: this.#backoff, jobs: this.#jobs };
    this.#pace = new Pace({
      ...{ ...parts, caller: this.#caller, clock: options.clock },
      wake: () => this.#pump(),
      onAnswered: (job, answer) => this.#answered(job, answer),
      onFailed: (job, error) => this.#failed(job, error),
    });
    const stamp = () => (this.#life === 'on' ? this.#caller.stamp : null);
    const on = { onReady: () => this.#changed(), onLeft: () => this.#changed() };
    this.kept = new KeptList({ ...options, token, rounds: this.rounds, stamp, ...on });
  }

  /** What it means to do next, for screens. */
  get due(): Due {
    return this.#pace.due;
  }

  get rows(): ReplicaRows {
    return this.rounds.rows;
  }

  get error(): ApiError | null {
    return this.#backoff.error;
  }

  get calling(): number {
    return this.#jobs.size;
  }

  /** What the API's own clock said last (`ReplicaCaller.apiTime`). */
  get apiTime(): number | null {
    return this.#caller.apiTime;
  }

  start(): void {
    if (this.#life !== 'new') return;
    this.#life = this.kept.keeper.on ? 'restoring' : 'on';
    this.#unsee = this.#options.visibility.subscribe(() => this.#seen());
    if (this.#life === 'restoring') void this.kept.find().then((copy) => this.#restore(copy));
    this.#pump();
  }

  keepCopy(wanted: boolean): void {
    this.kept.keeper.set(wanted);
    this.#changed();
    // A checkbox shows it: until the next frame it would spring back.
    this.#options.onChange('now');
  }

  refresh(): void {
    this.#backoff.release();
    this.rounds.wishes.refresh(this.rows.sweep);
    this.#pump();
  }

  setStopped(stopped: boolean): void {
    this.rounds.wishes.stop(stopped, this.rows.sweep);
    this.#pump();
  }

  setPaused(paused: boolean): void {
    this.rounds.wishes.paused = paused;
    this.#pump();
  }

  setWatching(watching: boolean): void {
    if (watching === this.#pace.watching) return;
    this.#pace.watching = watching;
    this.#pump();
  }

  reauthorize(token: string): void {
    if (this.#life !== 'refused' && token === this.#caller.token) return;
    this.#abandon();
    this.#caller.renew(token);
    this.#life = 'on';
    this.#backoff.clear();
    this.rounds.verify();
    this.#pump();
  }

  /** Ends everything, and blanks what was held: whoever keeps the engine keeps nothing by it. */
  dispose(): void {
    this.#life = 'over';
    this.kept.keeper.end();
    this.#caller.end();
    this.#abandon();
    this.#unsee();
    this.rounds.wipe();
    this.#backoff.clear();
  }

  #pump(): void {
    this.#pace.rest();
    const visible = this.#options.visibility.isVisible();
    const may = visible || this.#pace.watching;
    if (this.#life === 'on' && !this.#paint.on && may) this.#pace.goOn(visible);
    this.#changed();
  }

  #answered(job: Job, answer: PageAnswer): void {
    const now = this.#options.clock.now();
    if (this.rounds.verifying) this.kept.keeper.renew(this.#caller.token);
    const { first } = this.rounds.answered(job, answer, now);
    this.#backoff.succeeded(answer.sentAt);
    if (this.#jobs.size === 0) this.kept.clearAway();
    this.#settle();
    if (first) this.#showFirst();
    this.#pump();
  }

  /** Shows the first rows before anything else is asked for. */
  #showFirst(): void {
    this.#paint.wait(() => this.#pump());
    this.#options.onChange('now');
    void this.kept.ready();
  }

  #failed(job: Job, error: unknown): void {
    if (error instanceof ApiError && error.kind === 'unauthorized') {
      this.#refused(error);
      return;
    }
    const now = this.#options.clock.now();
    const goesOn = this.rounds.failed(job, error);
    if (!(error instanceof ApiError)) this.#backoff.interrupted(now);
    else if (!goesOn) this.#backoff.failed(error, now);
    this.#pump();
  }

  /** Another tab asks for the head of the list, or has it: this one goes along. */
  #heard(call: Call, brought: boolean): void {
    if (this.#life !== 'on' || !this.#options.visibility.isVisible()) return;
    if (brought && this.error) this.#backoff.release();
    if (this.rounds.follow(call, this.#options.clock.now())) this.#pump();
  }

  /** The API asked another tab to wait: it means all of them. */
  #failedElsewhere(error: ApiError): void {
    if (error.kind === 'limited') this.#limited(error);
    else if (error.retryAfterMs) {
      this.#backoff.interrupted(this.#options.clock.now(), error.retryAfterMs);
    }
  }

  #limited(error: ApiError): void {
    const now = this.#options.clock.now();
    if (this.#backoff.limited(error, now)) this.#caller.tighten(now);
    this.#pump();
  }

  #refused(error: ApiError): void {
    this.#life = 'refused';
    this.#backoff.refused(error);
    this.#caller.cancel();
    this.#abandon();
    this.#options.onChange('now');
    this.#options.onUnauthorized(this.#caller.token);
  }

  /** Drops calls, timers and polls under way. */
  #abandon(): void {
    this.rounds.dropped(this.#jobs.drop());
    this.#paint.cancel();
    this.#pace.rest();
  }

  #seen(): void {
    const { visibility, clock } = this.#options;
    if (visibility.isVisible()) this.rounds.wishes.comeBack(clock.now());
    else this.kept.keeper.hurry(this.rows.version);
    this.#pump();
  }

  /** Shows the copy; the first walk then sets it right. */
  #restore(found: ListCopy | null): void {
    if (this.#life !== 'restoring') return;
    this.#life = 'on';
    const stamp = this.kept.restore(found);
    if (stamp === null) this.#pump();
    else {
      this.#caller.skipStamps(stamp);
      this.#showFirst();
    }
  }

  #changed(): void {
    if (this.#life === 'over') return;
    this.kept.offer();
    const { sweep } = this.rows;
    const pouring = sweep.walk !== null && sweep.verdict === 'sought';
    this.#options.onChange(pouring ? 'pouring' : 'soon');
  }
}
