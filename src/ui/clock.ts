import { useRef, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    if (document.hidden) return;
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The one clock of the page: derives a value from the time (milliseconds since the epoch, whole
 * seconds) and draws again only when that value changes. Still while the page is hidden.
 */
export function useClock<T extends string | number | boolean | null>(
  derive: (now: number) => T,
): T {
  return useSyncExternalStore(subscribe, () => derive(wholeSecond()));
}

/**
 * The moment as of which to draw a subject that says several things which change with time:
 * milliseconds since the epoch, whole seconds. It moves on, and with it the drawing, only when
 * `textOf` gives another text, or the subject is another one.
 */
export function useMoment<T>(subject: T, textOf: (subject: T, now: number) => string): number {
  const last = useRef<{ subject: T; text: string; moment: number; checked: number }>(undefined);
  return useSyncExternalStore(subscribe, () => {
    const checked = wholeSecond();
    const before = last.current;
    const same = before !== undefined && before.subject === subject;
    if (same && before.checked === checked) return before.moment;
    const text = textOf(subject, checked);
    const moment = same && before.text === text ? before.moment : checked;
    last.current = { subject, text, moment, checked };
    return moment;
  });
}

function wholeSecond(): number {
  return Math.floor(Date.now() / 1000) * 1000;
}
