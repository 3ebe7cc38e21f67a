import type { ReplicaVisibility } from '../surroundings.ts';

/** The part of Web Locks that is used here. */
export type Locks = Pick<LockManager, 'request' | 'query'>;

interface TabLeaderParts {
  /** The same in all tabs that choose among each other. */
  readonly name: string;
  /** Null where the browser has none: then each tab leads itself. */
  readonly locks: Locks | null;
  readonly visibility: ReplicaVisibility;
  readonly onChange: (leads: boolean) => void;
}

/** The browser's locks; null where there are none, as on a page without TLS. */
export function browserLocks(): Locks | null {
  return typeof navigator !== 'undefined' && 'locks' in navigator ? navigator.locks : null;
}

/**
 * One tab of many: holds a lock as long as it leads. A tab that can be seen takes the lead, for
 * what is hidden runs slowly; a tab that is closed or has broken off loses it at once, and the next
 * one has it.
 */
export class TabLeader {
  readonly #parts: TabLeaderParts;
  readonly #unsee: () => void;
  /** Lets go of the lock, or leaves the queue. */
  #leave = () => {};
  #leads = false;
  #over = false;

  constructor(parts: TabLeaderParts) {
    this.#parts = parts;
    this.#unsee = parts.visibility.subscribe(() => {
      if (parts.visibility.isVisible() && !this.#leads) this.#queue(true);
    });
    this.#queue(parts.visibility.isVisible());
  }

  get leads(): boolean {
    return this.#leads;
  }

  end(): void {
    this.#over = true;
    this.#unsee();
    this.#leave();
    this.#set(false);
  }

  /** `steal`: takes the lead from whoever has it. */
  #queue(steal: boolean): void {
    const { locks, name } = this.#parts;
    if (this.#over) return;
    if (locks === null) {
      this.#set(true);
      return;
    }
    this.#leave();
    const turn = new AbortController();
    const held = new Promise<void>((resolve) => {
      this.#leave = () => {
        turn.abort();
        resolve();
      };
    });
    const lead = () => {
      if (turn.signal.aborted) return Promise.resolve();
      this.#set(true);
      return held;
    };
    // A lock is either stolen or waited for with a way out.
    const options = steal ? { steal: true } : { signal: turn.signal };
    locks.request(name, options, lead).catch(() => {
      // Another tab took it: it is had again when that one goes.
      if (turn.signal.aborted) return;
      this.#set(false);
      this.#queue(false);
    });
  }

  #set(leads: boolean): void {
    if (leads === this.#leads) return;
    this.#leads = leads;
    this.#parts.onChange(leads);
  }
}
