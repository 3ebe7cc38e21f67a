import type { Locks } from '../TabLeader.ts';

interface Waiting {
  readonly run: () => unknown;
  readonly settle: (error: Error | null) => void;
}

/** Locks of one browser in memory: held, waited for in turn, and stolen. */
export class FakeLocks implements Locks {
  #held: Waiting | null = null;
  #queue: Waiting[] = [];
  /** The names of all locks that were asked for. */
  readonly names = new Set<string>();
  #name = '';

  query = (): Promise<LockManagerSnapshot> =>
    Promise.resolve({
      held: this.#held === null ? [] : [{ name: this.#name, mode: 'exclusive' }],
      pending: [],
    });

  request = (
    name: string,
    first: LockOptions | LockGrantedCallback<unknown>,
    second?: LockGrantedCallback<unknown>,
  ): Promise<never> => {
    this.#name = name;
    this.names.add(name);
    const options = typeof first === 'function' ? {} : first;
    const granted = typeof first === 'function' ? first : second;
    return new Promise<never>((resolve, reject) => {
      let over = false;
      const waiting: Waiting = {
        run: () => granted?.(null),
        settle: (error) => {
          if (over) return;
          over = true;
          if (error) reject(error);
          else Promise.resolve().then(() => Reflect.apply(resolve, null, [undefined]));
        },
      };
      if (options.steal) {
        this.#held?.settle(new DOMException('stolen', 'AbortError'));
        this.#held = null;
        this.#queue.unshift(waiting);
      } else this.#queue.push(waiting);
      options.signal?.addEventListener('abort', () => {
        if (this.#held === waiting) return;
        this.#queue = this.#queue.filter((one) => one !== waiting);
        waiting.settle(new DOMException('aborted', 'AbortError'));
      });
      this.#next();
    });
  };

  #next(): void {
    if (this.#held !== null) return;
    const next = this.#queue.shift();
    if (next === undefined) return;
    this.#held = next;
    void Promise.resolve()
      .then(next.run)
      .then(() => {
        if (this.#held !== next) return;
        next.settle(null);
        this.#held = null;
        this.#next();
      });
  }
}
