import { searchText } from '../../../lib/searchText.ts';
import { findHits, type Part } from '../../../lib/texts/findHits.ts';
import type { LogLines } from './LogLines.ts';

/** A hit in a log: the part of each line that it goes over, in order. */
export interface LogHit {
  readonly parts: readonly (Part & { readonly line: number })[];
}

/** No one steps through more. */
export const MOST_HITS = 500;
/** What is looked through between two looks at the clock. Characters. */
const BLOCK = 4000;

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Looks through a log for a text, as the search over the list reads it, a slice at a time. */
export class LogSearch {
  readonly hits: LogHit[] = [];
  readonly #lines: LogLines;
  readonly #needle: string;
  #next: Place = { line: 0, column: 0 };
  /** What was found last ends here: nothing before it is found again. */
  #seen: Place = { line: 0, column: 0 };

  constructor(lines: LogLines, searched: string) {
    this.#lines = lines;
    this.#needle = searched.trim() === '' ? '' : searchText(searched);
  }

  get done(): boolean {
    return (
      this.#needle === '' || this.#next.line >= this.#lines.count || this.hits.length >= MOST_HITS
    );
  }

  /** Looks on for at most `budgetMs` milliseconds; true when there is no more to do. */
  work(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    while (!this.done) {
      if (performance.now() >= end) return false;
      this.#block();
    }
    return true;
  }

  #block(): void {
    const text = new Joined(this.#lines, this.#next);
    text.add(BLOCK);
    const own = text.length;
    const next = text.next;
    // A hit that begins in this block may end in the next one.
    text.add(this.#needle.length * 2 + 64);
    for (const hit of findHits(text.text, this.#needle, MOST_HITS - this.hits.length)) {
      if (hit.start >= own) break;
      const parts = text.partsOf(hit);
      const [first] = parts;
      if (first && !isBefore({ line: first.line, column: first.start }, this.#seen)) {
        this.hits.push({ parts });
        const last = parts.at(-1) ?? first;
        this.#seen = { line: last.line, column: last.end };
      }
    }
    this.#next = next;
  }
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** Some of a log as one text, which knows where in the log its parts stand. */
class Joined {
  text = '';
  next: Place;
  readonly #lines: LogLines;
  readonly #parts: { readonly place: Place; readonly at: number; readonly length: number }[] = [];

  constructor(lines: LogLines, from: Place) {
    this.#lines = lines;
    this.next = from;
  }

  get length(): number {
    return this.text.length;
  }

  add(least: number): void {
    const end = this.text.length + least;
    while (this.text.length < end && this.next.line < this.#lines.count) {
      const place = this.next;
      const line = this.#lines.at(place.line);
      const piece = line.slice(place.column, place.column + BLOCK);
      if (place.column === 0 && this.#parts.length > 0) this.text += '\n';
      this.#parts.push({ place, at: this.text.length, length: piece.length });
      this.text += piece;
      const column = place.column + piece.length;
      this.next =
        column < line.length ? { line: place.line, column } : { line: place.line + 1, column: 0 };
    }
  }

  /** The parts of the lines that a part of the text goes over, without the line ends. */
  partsOf({ start, end }: Part): (Part & { readonly line: number })[] {
    const found: (Part & { readonly line: number })[] = [];
    for (const { place, at, length } of this.#parts) {
      const from = Math.max(start, at);
      const to = Math.min(end, at + length);
      if (from >= to) continue;
      const shift = place.column - at;
      const last = found.at(-1);
      const goesOn = last?.line === place.line && last.end === from + shift;
      if (goesOn) found.pop();
      found.push({
        line: place.line,
        start: goesOn ? last.start : from + shift,
        end: to + shift,
      });
    }
    return found;
  }
}
