import type { ReplicaClock } from '../../lib/surroundings.ts';
import type { Copies, ListCopy } from './Copies.ts';
import { copyKey } from './copyKey.ts';

/** A copy is saved again at most this often. Milliseconds. */
const SAVE_EVERY_MS = 60_000;
/** How long a start waits for the copy before it goes without. Milliseconds. */
const LOAD_AT_MOST_MS = 1500;

export interface CopyKeeperOptions {
  readonly copies: Copies;
  readonly clock: ReplicaClock;
  readonly token: string;
  /** The team whose list this is; null for the token's own. */
  readonly team: string | null;
  /** The list to save, null when there is nothing worth keeping. */
  readonly list: () => Pick<ListCopy, 'snapshot' | 'stamp'> | null;
  /** The copy could not be removed. */
  readonly onLeft: () => void;
}

/** Keeps a copy of one account's list on this device, if the person asked for it. */
export class CopyKeeper {
  /** Without the token, which is let go of at the end. */
  readonly #options: Omit<CopyKeeperOptions, 'token'>;
  #token: string;
  #on: boolean;
  /** A copy that is no longer wanted could not be removed; the next start tries again. */
  left = false;
  #savedAt = -Infinity;
  #savedVersion = -1;
  #cancel: (() => void) | null = null;

  constructor({ token, ...options }: CopyKeeperOptions) {
    this.#options = options;
    this.#token = token;
    this.#on = options.copies.wanted();
  }

  get on(): boolean {
    return this.#on;
  }

  /** Turns keeping on or off; off removes this account's copy. */
  set(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    const { copies } = this.#options;
    copies.want(on);
    this.#savedVersion = -1;
    this.#savedAt = -Infinity;
    this.left = false;
    if (!on) void this.#remove(this.key()).catch(() => this.#noteLeft());
  }

  /** The copy kept of this account, null when it, or what reads it, is not to be had soon. */
  load(reader: Promise<unknown>): Promise<ListCopy | null> {
    if (!this.#on) return Promise.resolve(null);
    const { copies, clock } = this.#options;
    return new Promise((resolve) => {
      const cancel = clock.after(LOAD_AT_MOST_MS, () => resolve(null));
      const found = this.key().then((key) => (key === null ? null : copies.load(key)));
      void Promise.all([found, reader]).then(
        ([copy]) => {
          cancel();
          resolve(copy);
        },
        () => resolve(null),
      );
    });
  }

  /** The list is complete, at this version: it is saved, now or when the minute is over. */
  offer(version: number): void {
    if (!this.#on || version === this.#savedVersion || this.#cancel) return;
    const { clock } = this.#options;
    const wait = this.#savedAt + SAVE_EVERY_MS - clock.now();
    if (wait <= 0 || wait > SAVE_EVERY_MS) void this.#save(version);
    else {
      this.#cancel = clock.after(wait, () => {
        this.#cancel = null;
        void this.#save(version);
      });
    }
  }

  /** The page is being left: what waited is saved now. */
  hurry(version: number): void {
    if (!this.#on || version === this.#savedVersion) return;
    this.#callOff();
    void this.#save(version);
  }

  /** Another token of the same account: the copy moves to its name. */
  renew(token: string): void {
    const old = this.key();
    this.#token = token;
    this.#savedVersion = -1;
    // One that is left goes with the sign-out, which removes them all.
    void this.#remove(old).catch(() => undefined);
  }

  /** Ends it: nothing is saved any more, not even what is on its way. */
  end(): void {
    this.#on = false;
    this.#token = '';
    this.#callOff();
  }

  /**
   * The name of this account's list on this device, which tells nothing of the token. Null at the
   * end, and where the browser has no cryptography to make it with (a page without TLS).
   */
  key(): Promise<string | null> {
    if (this.#token === '') return Promise.resolve(null);
    return copyKey(this.#token, this.#options.team).catch(() => null);
  }

  async #remove(named: Promise<string | null>): Promise<void> {
    const key = await named;
    if (key !== null) await this.#options.copies.remove(key);
  }

  #noteLeft(): void {
    if (this.#on) return;
    this.left = true;
    this.#options.onLeft();
  }

  /** Calls off a save that waits for its minute. */
  #callOff(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async #save(version: number): Promise<void> {
    const { copies, clock, list } = this.#options;
    const token = this.#token;
    const kept = list();
    if (kept === null) return;
    this.#savedAt = clock.now();
    this.#savedVersion = version;
    const key = await this.key();
    if (key === null || !this.#on || token !== this.#token) return;
    await copies.save(key, { ...kept, savedAt: this.#savedAt });
  }
}
