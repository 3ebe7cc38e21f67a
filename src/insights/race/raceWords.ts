import type { Race } from './Race.ts';

/** What a race means for one of its two rows. Never what the tag holds: the list does not say. */
export function raceWords({ older, open }: Race, row: number): string {
  if (open) {
    return row === older
      ? 'An older push that still runs: it may overwrite a newer build'
      : 'An older push of the same image still runs, and may overwrite this build';
  }
  return row === older
    ? 'Pushed before another build and finished after it: the tag may hold this older build'
    : 'An older push finished after this build: the tag may hold the older build';
}
