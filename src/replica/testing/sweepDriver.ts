import { continueHeadPoll, type HeadPoll, startHeadPoll } from '../poll/headPoll.ts';
import type { Ask } from '../sweep/Ask.ts';
import {
  doubtSweep,
  finishIfDone,
  newSweep,
  nextSweepAsk,
  startSweepWalk,
  sweepAsked,
  sweepFailed,
  sweepReceived,
} from '../sweep/sweep.ts';
import type { ModelAnswer, ModelServer } from './modelServer.ts';

/** One thing that happens. `pick` chooses among the calls under way. */
export type Happening =
  | { readonly kind: 'serve' | 'deliver' | 'fail' | 'lose'; readonly pick: number }
  | { readonly kind: 'insert'; readonly count: number }
  | { readonly kind: 'remove'; readonly part: number; readonly count: number }
  | { readonly kind: 'poll' };

interface Call {
  readonly ask: Ask;
  readonly kind: 'walk' | 'poll';
  readonly stamp: number;
  readonly walkNo: number;
  answer: ModelAnswer | null;
}

const MOST_IN_FLIGHT = 4;
const MOST_TO_SETTLE = 30_000;

/** Runs a sweep against a model server, with the moments of sending and answering apart. */
export class SweepDriver {
  readonly sweep = newSweep();
  readonly server: ModelServer;
  readonly rows = new Map<number, number>();
  readonly #gone = new Map<number, number>();
  #calls: Call[] = [];
  #poll: HeadPoll | null = null;
  #stamp = 0;
  #walks = 0;
  sent = 0;
  /** The most calls that one walk took. */
  longest = 0;

  constructor(server: ModelServer) {
    this.server = server;
  }

  get ids(): readonly number[] {
    return [...this.rows.keys()].sort((a, b) => a - b);
  }

  happen(happening: Happening): void {
    if (happening.kind === 'insert') this.server.insert(happening.count);
    else if (happening.kind === 'remove') this.server.remove(happening.part, happening.count);
    else if (happening.kind === 'poll') this.#poll ??= startHeadPoll();
    else {
      this.#send();
      const call = this.#calls[happening.pick % Math.max(1, this.#calls.length)];
      if (!call) return;
      if (happening.kind === 'serve') this.#serve(call);
      else if (happening.kind === 'deliver') this.#deliver(call);
      else this.#fail(call, happening.kind === 'fail');
    }
  }

  /** Answers everything in order until the sweep rests. */
  settle(): void {
    const before = this.sent;
    for (;;) {
      this.#send();
      if (this.sent - before > MOST_TO_SETTLE) throw new Error('does not come to an end');
      const call = this.#calls[0];
      if (call) this.#deliver(call);
      else if (!this.sweep.walk && !this.sweep.hasty && !this.#poll) return;
    }
  }

  /** Another walk, as after its time, and what it leads to. */
  walkAgain(): void {
    Object.assign(this.sweep, { hasty: true });
    this.settle();
  }

  pollAgain(): void {
    this.#poll ??= startHeadPoll();
    this.settle();
  }

  #send(): void {
    const { sweep } = this;
    for (;;) {
      if (!sweep.walk && (sweep.hasty || this.#walks === 0)) {
        this.#walks += 1;
        startSweepWalk(sweep, this.#walks === 1);
      }
      if (this.#calls.length >= MOST_IN_FLIGHT) return;
      const poll = this.#poll?.next;
      const polling = this.#calls.some((call) => call.kind === 'poll');
      if (poll && !polling) {
        this.#call(poll, 'poll');
        continue;
      }
      const ask = nextSweepAsk(sweep);
      if (ask) {
        sweepAsked(sweep, ask);
        this.#call(ask, 'walk');
        continue;
      }
      this.#drop(finishIfDone(sweep), this.#stamp);
      if (sweep.walk || !sweep.hasty) return;
    }
  }

  #call(ask: Ask, kind: 'walk' | 'poll'): void {
    this.#stamp += 1;
    this.sent += 1;
    const walkNo = this.sweep.walkNo;
    this.#calls.push({ ask, kind, stamp: this.#stamp, walkNo, answer: null });
  }

  #serve(call: Call): void {
    call.answer ??= this.server.answer(call.ask);
  }

  #deliver(call: Call): void {
    this.#serve(call);
    const { answer } = call;
    if (!answer) return;
    this.#calls = this.#calls.filter((one) => one !== call);
    const added: number[] = [];
    const keys = answer.ids.filter((id) => call.stamp >= (this.#gone.get(id) ?? 0));
    for (const id of keys) {
      if (!this.rows.has(id)) added.push(id);
      this.rows.set(id, Math.max(call.stamp, this.rows.get(id) ?? 0));
    }
    const facts = {
      keys,
      received: answer.ids.length,
      total: answer.total,
      limit: answer.limit,
    };
    this.#drop(sweepReceived(this.sweep, call.ask, facts, call.walkNo), call.stamp);
    this.longest = Math.max(this.longest, this.sweep.lastAnswers, this.sweep.walk?.answers ?? 0);
    if (call.kind === 'poll' && this.#poll) {
      const { received, total } = facts;
      const page = { received, total, rows: keys, added };
      this.#poll = continueHeadPoll(this.#poll, page, this.sweep.largest);
      if (!this.#poll.next) {
        const { reached } = this.#poll;
        this.#poll = null;
        if ((total !== null && total !== this.sweep.seen.size) || !reached) doubtSweep(this.sweep);
      }
    }
  }

  #fail(call: Call, lasting: boolean): void {
    this.#calls = this.#calls.filter((one) => one !== call);
    if (call.kind === 'walk') sweepFailed(this.sweep, call.ask, lasting);
    else {
      if (this.#poll && this.#poll.pages > 0) doubtSweep(this.sweep);
      this.#poll = null;
    }
  }

  #drop(keys: readonly number[], stamp: number): void {
    for (const key of keys) {
      if (stamp < (this.rows.get(key) ?? 0)) continue;
      this.rows.delete(key);
      this.#gone.set(key, stamp);
    }
  }
}
