import { ApiError } from '../../contract/ApiError.ts';
import { parsePage } from '../../contract/parsePage.ts';
import type { TabLine } from '../../lib/tabs/TabLine.ts';
import type { Ask } from '../sweep/Ask.ts';
import { Ears } from './Ears.ts';
import { HeardPages, SILENT_MS, type Terms } from './HeardPages.ts';
import {
  type Call,
  LONGEST_TEXT,
  type PageMessage,
  pageMessage,
  parsePageMessage,
  type SharedAnswer,
} from './parsePageMessage.ts';
import type { Round } from './Round.ts';
import { RoundTerms, type SharedJob } from './RoundTerms.ts';
import type { OwnCall, Performed, SharedParts } from './SharedParts.ts';
import { STAMPS_PER_MS } from './stamps.ts';

/** How long a tab that follows waits for another one to ask, at least and at most. Milliseconds. */
const LEAST_GRACE_MS = 100;
const MOST_GRACE_MS = 400;
/** A call that is under way is said again so often. Milliseconds. */
const STILL_MS = 1000;
/** Clocks of tabs that differ by more are not the same. Milliseconds. */
const SAME_CLOCK_MS = 50;

/**
 * One call for all tabs of a list. Each tab walks and polls for itself; a page that another tab
 * asked for, late enough, is taken from there. Where none did, a tab asks for itself: the one that
 * leads at once, another one a little later. Nothing depends on what another tab says: a tab that
 * falls silent is not waited for.
 */
export class SharedPages {
  readonly #parts: SharedParts;
  readonly #line: TabLine;
  readonly #unlisten: () => void;
  readonly #self: string;
  readonly #heard: HeardPages;
  readonly #ears: Ears;
  readonly #terms: RoundTerms;
  /** True while this tab leads. */
  leads = false;
  #onHere = () => {};
  #others = false;
  #over = false;

  constructor(parts: SharedParts, line: TabLine) {
    this.#parts = parts;
    this.#line = line;
    this.#self = `${parts.random()}`;
    this.#heard = new HeardPages(parts.clock);
    this.#ears = new Ears(parts.clock);
    this.#terms = new RoundTerms(this.#mark());
    this.#unlisten = line.listen((data) => this.#hear(parsePageMessage(data)));
  }

  /** Asks the tab that leads for what it holds. Resolves when it has said it, or after `ms`. */
  async greet(ms: number): Promise<void> {
    let here = false;
    this.#say({ type: 'hello' });
    const { clock } = this.#parts;
    const until = clock.now() + ms;
    this.#onHere = () => {
      here = true;
    };
    while (!here && !this.#over && clock.now() < until) await this.#ears.word(until - clock.now());
  }

  /**
   * The answer to a job, from whichever tab has it.
   *
   * @throws as the call of the tab that made it
   */
  async call(job: SharedJob, own: OwnCall): Promise<Performed> {
    const { clock, opensAt } = this.#parts;
    const terms = this.#termsOf(job);
    let grace = this.#graceFor(job.round);
    for (;;) {
      own.signal?.throwIfAborted();
      if (this.#over) throw new DOMException('Over', 'AbortError');
      const now = clock.now();
      const taken = this.#take(job.ask, terms);
      if (taken) return taken;
      const under = this.#heard.callFor(job.ask, terms);
      if (under) {
        await this.#ears.word(under.saidAt + SILENT_MS - now);
        if (under.error) throw under.error;
        grace = this.leads ? 0 : this.#grace();
        continue;
      }
      const opens = Math.max(grace, opensAt(now));
      if (opens <= now) return this.#make(job, own);
      await this.#ears.word(opens - now);
    }
  }

  /** Ends it: nothing is said or heard any more, and nothing kept. */
  end(): void {
    this.#over = true;
    this.#unlisten();
    this.#heard.clear();
    this.#ears.hear();
  }

  #termsOf(job: SharedJob): Terms {
    const { clock, tick } = this.#parts;
    const now = clock.now();
    // Stamps that run ahead of the clock, since it was set back, order nothing between tabs.
    const isAhead = tick() > (now + SAME_CLOCK_MS) * STAMPS_PER_MS;
    return isAhead ? { floor: Infinity, from: now, slack: null } : this.#terms.termsOf(job, now);
  }

  #graceFor(round: Round): number {
    const alone = round === 'first' && !this.#heard.walked;
    return this.leads || alone || !this.#others ? 0 : this.#grace();
  }

  /** Different in each tab, so that one of them asks and the others hear of it. */
  #grace(): number {
    const { clock, random } = this.#parts;
    return clock.now() + LEAST_GRACE_MS + random() * (MOST_GRACE_MS - LEAST_GRACE_MS);
  }

  #take(ask: Ask, terms: Terms): Performed | null {
    const answer = this.#heard.answerTo(ask, terms, this.#self);
    if (!answer) return null;
    try {
      const page = parsePage(JSON.parse(answer.text), answer.ask);
      this.#terms.took(answer.mark);
      const { stamp, sentAt, date } = answer;
      const done = { page, stamp, sentAt, date };
      return terms.slack === null ? done : { ...done, ask: answer.ask };
    } catch {
      this.#heard.drop(answer);
      return null;
    }
  }

  async #make({ ask, round }: SharedJob, own: OwnCall): Promise<Performed> {
    const { clock } = this.#parts;
    let call: Call | null = null;
    let text: string | null = null;
    let stop = () => {};
    const say = () => {
      if (call === null) return;
      this.#say({ type: 'call', call });
      stop = clock.after(STILL_MS, say);
    };
    const onSent = (stamp: number, sentAt: number) => {
      call = { from: this.#self, ask, round, stamp, sentAt };
      say();
    };
    const onText = (body: string) => {
      text = body;
    };
    try {
      const done = await own.perform({ onSent, onText });
      const mark = this.#mark();
      this.#terms.took(mark);
      this.#brought(call, text, mark, done.date);
      return done;
    } catch (error) {
      const why = error instanceof ApiError ? error : null;
      if (call !== null) this.#say({ type: 'failed', call, error: why });
      throw error;
    } finally {
      stop();
    }
  }

  /** A stamp of now, later than that of any call that another tab may have sent by now. */
  #mark(): number {
    const { tick, hearStamp } = this.#parts;
    const mark = tick() + STAMPS_PER_MS;
    hearStamp(mark);
    return mark;
  }

  #brought(call: Call | null, text: string | null, mark: number, date: number | null): void {
    if (call === null || this.#over) return;
    if (text === null || text.length > LONGEST_TEXT) {
      this.#say({ type: 'failed', call, error: null });
      return;
    }
    const answer: SharedAnswer = { ...call, text, mark, date };
    this.#heard.noteAnswer(answer);
    this.#say({ type: 'answer', answer });
  }

  #hear(message: PageMessage | null): void {
    if (message === null || this.#over || !this.#isOfNow(message)) return;
    this.#others = true;
    if (message.type === 'hello') this.#greetNew();
    else if (message.type === 'here') this.#onHere();
    else if (message.type === 'call') {
      if (this.#heard.noteCall(message.call)) this.#parts.onCall(message.call, false);
    } else if (message.type === 'answer') {
      this.#heard.noteAnswer(message.answer);
      this.#parts.onCall(message.answer, true);
    } else {
      this.#heard.noteFailure(message.call, message.error);
      if (message.error) this.#parts.onFailed(message.error);
    }
    this.#ears.hear();
  }

  /** A clock that is ahead of this tab’s is another one, by which nothing can be put in order. */
  #isOfNow(message: PageMessage): boolean {
    if (message.type === 'hello' || message.type === 'here') return true;
    const { clock, hearStamp } = this.#parts;
    const call = message.type === 'answer' ? message.answer : message.call;
    const latest = message.type === 'answer' ? message.answer.mark : call.stamp;
    const now = clock.now() + SAME_CLOCK_MS;
    if (call.sentAt > now || latest > now * STAMPS_PER_MS) return false;
    hearStamp(latest);
    return true;
  }

  /** What was read of the list a moment ago spares a new tab a reading of its own. */
  #greetNew(): void {
    if (!this.leads) return;
    for (const answer of this.#heard.answers) {
      if (answer.round === 'first' || answer.round === 'walk')
        this.#say({ type: 'answer', answer });
    }
    this.#say({ type: 'here' });
  }

  #say(message: PageMessage): void {
    const toNobody = !this.#others && message.type !== 'hello';
    if (!this.#over && !toNobody) this.#line.post(pageMessage(message));
  }
}
