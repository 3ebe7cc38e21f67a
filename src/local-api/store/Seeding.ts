import { setImmediate as turn } from 'node:timers/promises';
import type { Store, StoredBuild } from './openStore.ts';

/** Builds seeded before other requests have their turn. */
const AT_A_TIME = 1000;

/** What accounts hold at first, put into the store when it is first asked for. */
export class Seeding {
  readonly #store: Store;
  readonly #rest = new Map<number, Iterator<StoredBuild>>();
  #open = true;

  constructor(store: Store) {
    this.#store = store;
  }

  add(account: number, builds: Iterator<StoredBuild>): void {
    this.#rest.set(account, builds);
  }

  /** What is not there yet is not wanted any longer. */
  forget(account: number): void {
    this.#rest.delete(account);
  }

  /** Seeds bit by bit, so that other requests are answered meanwhile. */
  async prepare(account: number): Promise<void> {
    while (this.#open && this.#rest.has(account)) {
      this.#some(account, AT_A_TIME);
      await turn();
    }
  }

  finish(account: number): void {
    this.#some(account, Number.POSITIVE_INFINITY);
  }

  close(): void {
    this.#open = false;
  }

  #some(account: number, most: number): void {
    const rest = this.#rest.get(account);
    if (!rest) return;
    let done = false;
    this.#store.seed(account, {
      *[Symbol.iterator]() {
        for (let count = 0; count < most && !done; count++) {
          const next = rest.next();
          if (next.done) done = true;
          else yield next.value;
        }
      },
    });
    if (done) this.#rest.delete(account);
  }
}
