import { searchText } from '../../lib/searchText.ts';
import type { TextPattern } from '../../list/Query.ts';

/** From here no text matches. */
export const DEAD = -1;

/**
 * A pattern as an automaton that reads a text piece by piece, so that `prefix + NAME + ':' + TAG`
 * is searched without being put together. It reads each character once, whatever the pattern:
 * between stars, the parts are found by Knuth, Morris and Pratt's failure links, and the first
 * place that fits is as good as any later one. Texts must be in the form of `searchText` already;
 * letters that are the same in it are the same here, even for an exact pattern.
 */
export class TextMachine {
  /** The same for patterns that match alike. */
  readonly key: string;
  /** The longest part between stars: each text that matches holds it. */
  readonly literal: string;
  /** True when a text matches as soon as it holds the literal. */
  readonly isLiteral: boolean;
  readonly #parts: readonly string[];
  readonly #links: readonly Int32Array[];
  /** The state at the start of each part. */
  readonly #bases: readonly number[];
  readonly #hasStar: boolean;
  readonly #end: number;
  readonly #endMatched: number;

  constructor(pattern: TextPattern) {
    const text = searchText(pattern.text);
    this.key = `${pattern.match} ${text}`;
    const parts = partsOf(pattern.match, text);
    this.isLiteral = pattern.match === 'contains';
    this.#hasStar = parts.length > 1;
    this.#parts = parts.filter((part, at) => part !== '' || at === 0 || at === parts.length - 1);
    this.literal = parts.reduce((most, part) => (part.length > most.length ? part : most), '');
    this.#links = this.#parts.map(failureLinks);
    let next = 0;
    this.#bases = this.#parts.map((part) => {
      const base = next;
      next += part.length + 1;
      return base;
    });
    this.#end = this.#parts.length - 1;
    this.#endMatched = (this.#bases[this.#end] ?? 0) + (this.#parts[this.#end]?.length ?? 0);
  }

  /** Before the first character. */
  get start(): number {
    return this.#settled(0, 0);
  }

  /** True when every text that goes on from this state matches, whatever follows. */
  isSure(state: number): boolean {
    return this.#hasStar && this.#parts[this.#end] === '' && state === this.#endMatched;
  }

  /** True when a text that ends in this state matches. */
  accepts(state: number): boolean {
    return state === this.#endMatched;
  }

  /** The state after reading `text` from `from` up to `to`. */
  run(state: number, text: string, from = 0, to = text.length): number {
    if (state === DEAD || from >= to || this.isSure(state)) return state;
    let at = from;
    let number = this.#partOf(state);
    let matched = state - (this.#bases[number] ?? 0);
    for (;;) {
      const part = this.#parts[number] ?? '';
      const links = this.#links[number];
      const isLast = number === this.#end;
      const isFirst = number === 0;
      while (at < to && (isLast || matched < part.length)) {
        const code = text.charCodeAt(at);
        if (isFirst) {
          if (matched >= part.length || part.charCodeAt(matched) !== code) return DEAD;
          matched += 1;
        } else {
          while (matched > 0 && (matched === part.length || part.charCodeAt(matched) !== code)) {
            matched = links?.[matched - 1] ?? 0;
          }
          if (matched < part.length && part.charCodeAt(matched) === code) matched += 1;
        }
        at += 1;
      }
      if (isLast || matched < part.length) return (this.#bases[number] ?? 0) + matched;
      number += 1;
      matched = 0;
      if (number === this.#end && this.#parts[number] === '') return this.#endMatched;
      if (at >= to) return this.#bases[number] ?? 0;
    }
  }

  /** True when the whole of a folded text matches. */
  matches(text: string): boolean {
    return this.accepts(this.run(this.start, text));
  }

  /** Moves on from a part that is matched already, such as an empty one before a star. */
  #settled(number: number, matched: number): number {
    const part = this.#parts[number] ?? '';
    if (number < this.#end && matched === part.length) return this.#settled(number + 1, 0);
    return (this.#bases[number] ?? 0) + matched;
  }

  #partOf(state: number): number {
    let low = 0;
    let high = this.#end;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#bases[middle] ?? 0) <= state) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function partsOf(match: TextPattern['match'], text: string): string[] {
  if (match === 'exact') return [text];
  return match === 'contains' ? ['', text, ''] : text.split('*');
}

/** For each length, the longest proper start of the part that also ends there. */
function failureLinks(part: string): Int32Array {
  const links = new Int32Array(part.length);
  let matched = 0;
  for (let at = 1; at < part.length; at += 1) {
    while (matched > 0 && part.charCodeAt(matched) !== part.charCodeAt(at)) {
      matched = links[matched - 1] ?? 0;
    }
    if (part.charCodeAt(matched) === part.charCodeAt(at)) matched += 1;
    links[at] = matched;
  }
  return links;
}
