/** `on`: the screen stays on. `off`: the browser will not, for now. `none`: it never can. */
export type ScreenLock = 'on' | 'off' | 'none';

interface Lock {
  addEventListener(type: 'release', listener: () => void): void;
  release(): Promise<void>;
}

export interface ScreenSource {
  /** Null where the browser has none, as on a page without a secure connection. */
  readonly wakeLock: { request(type: 'screen'): Promise<Lock> } | null;
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
}

/**
 * Keeps the screen on (Screen Wake Lock API, W3C) and says how that stands. Browsers take the
 * lock back from a hidden page: it is taken again on the return. Returns how to end it.
 */
export function keepScreenOn(
  { wakeLock, document }: ScreenSource,
  onState: (state: ScreenLock) => void,
): () => void {
  if (wakeLock === null) {
    onState('none');
    return () => {};
  }
  let ended = false;
  let held: Lock | null = null;
  let asking = false;
  const take = async () => {
    if (ended || asking || held !== null || document.visibilityState !== 'visible') return;
    asking = true;
    try {
      const lock = await wakeLock.request('screen');
      held = lock;
      lock.addEventListener('release', () => {
        if (held === lock) held = null;
        if (!ended) onState('off');
      });
      if (ended) void lock.release().catch(() => {});
      else onState('on');
    } catch {
      // Low power, or hidden in the meantime: asked for again on the return.
      if (!ended) onState('off');
    }
    asking = false;
  };
  const onVisibility = () => void take();
  document.addEventListener('visibilitychange', onVisibility);
  void take();
  return () => {
    ended = true;
    document.removeEventListener('visibilitychange', onVisibility);
    void held?.release().catch(() => {});
  };
}
