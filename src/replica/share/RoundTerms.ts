import type { Ask } from '../sweep/Ask.ts';
import { HELD_MS, type Terms } from './HeardPages.ts';
import type { Round } from './Round.ts';

/** A poll or a later walk takes what was asked for so long before it began. Milliseconds. */
const JUST_NOW_MS = 2000;
/** Rows at either end of a range that are read for safety: half of that margin will do. */
const SLACK = 5;

/** A call as the engine wants it. */
export interface SharedJob {
  readonly ask: Ask;
  readonly round: Round;
  /** Tells polls apart, and walks. */
  readonly beat: number | null;
  readonly walkNo: number;
}

/**
 * What another tab's answer has to be for this tab's calls: asked for after everything was here that
 * this tab had merged when its round began, or, for a last look, when that look became due. So it is
 * what this tab itself might have been answered. The first reading of all has merged nothing before.
 */
export class RoundTerms {
  readonly #rounds = new Map<Round, Terms & { readonly key: string }>();
  #merged: number;

  /** `merged`: a mark of now, later than whatever was merged so far. */
  constructor(merged: number) {
    this.#merged = merged;
  }

  /** An answer with this mark is handed out, to be merged. */
  took(mark: number): void {
    this.#merged = Math.max(this.#merged, mark);
  }

  /** The same for all calls of a round, but for its last looks. `now`: milliseconds. */
  termsOf({ round, beat, walkNo }: SharedJob, now: number): Terms {
    const polls = round === 'poll' || round === 'range';
    const key = polls ? `${walkNo}/${beat}` : `${walkNo}`;
    const known = this.#rounds.get(round);
    if (known?.key === key && round !== 'close') return known;
    const isFirst = round === 'first';
    const floor = isFirst ? Number.NEGATIVE_INFINITY : this.#merged;
    const from = now - (isFirst ? HELD_MS : JUST_NOW_MS);
    const terms = { key, floor, from, slack: round === 'range' ? SLACK : null };
    this.#rounds.set(round, terms);
    return terms;
  }
}
