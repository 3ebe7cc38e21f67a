/** How long a confirmation stays on screen. Milliseconds. */
export const SHOWN_MS = 5000;

export interface Announcement {
  readonly text: string;
  /** Another one for each announcement: the same words twice are said twice. */
  readonly number: number;
}

const listeners = new Set<() => void>();
let now: Announcement = { text: '', number: 0 };
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Says a short confirmation, such as `Copied the error of app:v1`: shown, and read politely.
 * Gives its number, by which it can be withdrawn.
 */
export function announce(text: string): number {
  clearTimeout(timer);
  show(text);
  timer = setTimeout(() => show(''), SHOWN_MS);
  return now.number;
}

/** Takes an announcement away that is no longer true; without a number, whatever is said. */
export function withdraw(number = now.number): void {
  if (now.text === '' || now.number !== number) return;
  clearTimeout(timer);
  show('');
}

/** What is said now; empty text when nothing is. */
export function announcement(): Announcement {
  return now;
}

export function onAnnouncement(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(text: string): void {
  now = { text, number: now.number + 1 };
  for (const listener of listeners) listener();
}
