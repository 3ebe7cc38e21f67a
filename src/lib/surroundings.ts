/** Time, as the replica needs it. Milliseconds since the epoch. */
export interface ReplicaClock {
  now(): number;
  /** Calls `then` once after `ms`; the result calls it off. */
  after(ms: number, then: () => void): () => void;
}

/** Moments of drawing. Each call is off when its result is called. */
export interface ReplicaFrames {
  /** Before the next frame is drawn. */
  frame(then: () => void): () => void;
  /** After the next frame was drawn. */
  painted(then: () => void): () => void;
}

/** Whether a person can see the page. */
export interface ReplicaVisibility {
  isVisible(): boolean;
  /** Calls `changed` on each change; the result ends that. */
  subscribe(changed: () => void): () => void;
}

/** A timer beyond 2^31-1 ms fires at once, so none is set that far. */
const LONGEST_MS = 2 ** 30;
/** A page that is not drawn has no frames: then this is one. Milliseconds. */
const FRAME_AT_MOST_MS = 120;

export const browserClock: ReplicaClock = {
  now: () => Date.now(),
  after(ms, then) {
    const timer = setTimeout(then, Math.min(LONGEST_MS, Math.max(0, ms)));
    return () => clearTimeout(timer);
  },
};

export const browserFrames: ReplicaFrames = {
  frame: (then) => nextFrame(then),
  painted(then) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cancel = nextFrame(() => {
      timer = setTimeout(then, 0);
    });
    return () => {
      cancel();
      clearTimeout(timer);
    };
  },
};

export const browserVisibility: ReplicaVisibility = {
  isVisible: () => typeof document === 'undefined' || document.visibilityState !== 'hidden',
  subscribe(changed) {
    if (typeof document === 'undefined') return () => {};
    document.addEventListener('visibilitychange', changed);
    // A page that comes out of the back-forward cache has slept without a change of visibility.
    window.addEventListener('pageshow', changed);
    return () => {
      document.removeEventListener('visibilitychange', changed);
      window.removeEventListener('pageshow', changed);
    };
  },
};

function nextFrame(then: () => void): () => void {
  let frame = 0;
  const timer = setTimeout(run, FRAME_AT_MOST_MS);
  if (typeof requestAnimationFrame === 'function') frame = requestAnimationFrame(run);
  function cancel() {
    clearTimeout(timer);
    if (frame !== 0) cancelAnimationFrame(frame);
  }
  function run() {
    cancel();
    then();
  }
  return cancel;
}
