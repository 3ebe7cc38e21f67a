import type { ReplicaClock, ReplicaFrames } from '../lib/surroundings.ts';

/** Least time between two states while rows pour in: often enough for a count. Milliseconds. */
const POURING_MS = 500;

interface PublisherOptions<State> {
  readonly clock: ReplicaClock;
  readonly frames: ReplicaFrames;
  /** Makes the state as it stands. */
  readonly read: () => State;
}

/** Hands states to listeners: at most one a frame, and fewer while rows pour in. */
export class Publisher<State> {
  readonly #options: PublisherOptions<State>;
  readonly #listeners = new Set<() => void>();
  #state: State;
  #cancel: (() => void) | null = null;
  #publishedAt = -Infinity;

  constructor(options: PublisherOptions<State>) {
    this.#options = options;
    this.#state = options.read();
  }

  get state(): State {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something changed. `pouring`: more is on its way, so there is no hurry. */
  touch(pouring: boolean): void {
    if (this.#cancel) return;
    const { clock, frames } = this.#options;
    const wait = pouring ? this.#publishedAt + POURING_MS - clock.now() : 0;
    if (wait <= 0 || wait > POURING_MS) {
      this.#cancel = frames.frame(() => this.flush());
      return;
    }
    this.#cancel = clock.after(wait, () => {
      this.#cancel = frames.frame(() => this.flush());
    });
  }

  /** Hands out the state now. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#publishedAt = this.#options.clock.now();
    this.#state = this.#options.read();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Ends it: the last state is the one read now, and nothing is handed out any more. */
  dispose(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#listeners.clear();
    this.#state = this.#options.read();
  }
}
