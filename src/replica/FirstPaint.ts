import type { ReplicaFrames } from '../lib/surroundings.ts';

/** The wait until rows are on the screen: nothing else is asked for before. */
export class FirstPaint {
  readonly #frames: ReplicaFrames;
  #cancel: (() => void) | null = null;

  constructor(frames: ReplicaFrames) {
    this.#frames = frames;
  }

  /** True from `wait` until the rows are painted. */
  get on(): boolean {
    return this.#cancel !== null;
  }

  wait(painted: () => void): void {
    this.cancel();
    this.#cancel = this.#frames.painted(() => {
      this.#cancel = null;
      painted();
    });
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
