import type { BrowserContext, Page, Request } from '@playwright/test';

/** How far time goes by for the builds at once. Milliseconds. */
const STEP_MS = 1000;
/** Timers of all tabs that are due so soon after each other run together. Milliseconds. */
const TOGETHER_MS = 10;

/**
 * Tabs of one browser that have one clock. It goes by in steps, and within a step from timer to timer,
 * whichever tab they are of: a tab hears what another one did before its own time has come.
 */
export class SteppedTabs {
  readonly pages: Page[] = [];
  /** The calls for builds that went out: the tab, its time, and what it asked. */
  readonly calls: string[] = [];
  readonly #context: BrowserContext;
  #underWay = 0;
  readonly #pass: (ms: number) => void;
  #now: number;
  /** The machine’s time when it was so late: till time goes on, it goes by as that does. */
  #since = Date.now();

  /** @param pass lets as much time go by for the builds */
  constructor(context: BrowserContext, now: number, pass: (ms: number) => void) {
    this.#context = context;
    this.#pass = pass;
    this.#now = now;
    context.on('request', (request) => {
      if (!isForBuilds(request)) return;
      this.#underWay += 1;
      const asked = request.url().split('?')[1];
      const tab = context.pages().indexOf(request.frame().page());
      this.calls.push(`tab ${tab} at ${(this.#now - now) / 1000} s: ${asked}`);
    });
    const ended = (request: Request) => {
      if (isForBuilds(request)) this.#underWay -= 1;
    };
    context.on('requestfinished', ended);
    context.on('requestfailed', ended);
  }

  /** A new tab, once it has loaded what it can while time stands still. */
  async open(url: string): Promise<Page> {
    const [blank] = this.#context.pages().filter((page) => page.url() === 'about:blank');
    const page = blank ?? (await this.#context.newPage());
    await page.addInitScript(stepTime, [this.#now, TOGETHER_MS, this.#since] as const);
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    this.pages.push(page);
    return page;
  }

  /** Closes a tab without a word. */
  async close(page: Page): Promise<void> {
    this.pages.splice(this.pages.indexOf(page), 1);
    await page.close();
    // What it waited for ends with it, and nobody says so.
    this.#underWay = 0;
  }

  async pass(ms: number): Promise<void> {
    for (let gone = 0; gone < ms; gone += STEP_MS) await this.#step();
  }

  /** Lets time go by in the tabs, while the builds stand still. */
  async settle(ms: number): Promise<void> {
    for (let gone = 0; gone < ms; gone += STEP_MS) await this.#step(true);
  }

  /** Lets time go by in the tabs until this holds, while the builds stand still. */
  async passUntil(holds: () => Promise<boolean>, atMostMs = 60_000): Promise<void> {
    for (let gone = 0; !(await holds()); gone += STEP_MS) {
      if (gone > atMostMs) throw new Error('It does not come about.');
      await this.#step(true);
    }
  }

  async #step(still = false): Promise<void> {
    const end = this.#now + STEP_MS;
    if (!still) this.#pass(STEP_MS);
    while (this.#now < end) {
      const due = await this.#inAll((page) => page.evaluate<number>('nextTimer()'));
      await this.#moveTo(Math.min(end, Math.max(this.#now + TOGETHER_MS, Math.min(...due))));
    }
  }

  async #moveTo(now: number): Promise<void> {
    this.#now = now;
    this.#since = Date.now();
    const time = [now, this.#since] as const;
    await this.#inAll((page) => page.evaluate((to) => Reflect.get(window, 'setNow')(...to), time));
    await this.#inAll((page) => page.evaluate('runTimers()'));
    // It goes on once nobody asks or waits for anything.
    let asked = -1;
    while (this.#underWay > 0 || asked < this.calls.length) {
      asked = this.calls.length;
      await this.#inAll((page) =>
        page.evaluate(() => fetch('/gateway.json').then((body) => body.text())),
      );
    }
  }

  #inAll<Result>(run: (page: Page) => Promise<Result>): Promise<Result[]> {
    return Promise.all(this.pages.map(run));
  }
}

function isForBuilds(request: Request): boolean {
  return request.url().split('?')[0]?.endsWith('/api/v1/images/builds') === true;
}

/** Runs in the page, before anything of it: time and timers by hand. */
function stepTime([start, most, step]: readonly [number, number, number]): void {
  let now = start;
  const real = Date.now.bind(Date);
  let since = step;
  let last = 0;
  const timers = new Map<number, { at: number; every: number | null; run: () => void }>();
  const add = (
    run: (...args: unknown[]) => void,
    ms: number,
    every: number | null,
    args: unknown[],
  ) => {
    last += 1;
    timers.set(last, { at: Date.now() + Math.max(0, ms), every, run: () => run(...args) });
    return last;
  };
  // Till time goes on it goes by as it does, so that what comes first is seen to.
  Date.now = () => now + Math.min(most - 1, Math.max(0, real() - since));
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0, ...args: unknown[]) => add(run, ms, null, args),
    setInterval: (run: () => void, ms = 0, ...args: unknown[]) =>
      add(run, ms, Math.max(1, ms), args),
    clearTimeout: (id: number) => timers.delete(id),
    clearInterval: (id: number) => timers.delete(id),
    setNow: (to: number, from: number) => {
      now = to;
      since = from;
    },
    nextTimer: () => Math.min(...[...timers.values()].map(({ at }) => at)),
    runTimers: () => {
      // What they set is for later: it may wait for time to go on.
      const newest = last;
      for (;;) {
        const due = [...timers].filter(([id, timer]) => id <= newest && timer.at <= Date.now());
        const [first] = due.sort(([, a], [, b]) => a.at - b.at);
        if (!first) return;
        const [id, timer] = first;
        if (timer.every === null) timers.delete(id);
        else timer.at += timer.every;
        timer.run();
      }
    },
  });
}
