import { grown, words } from '../../lib/grown.ts';
import { compareText } from '../../lib/text.ts';
import { RankedTexts } from '../../lib/texts/RankedTexts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { ErrorLines } from '../../list/ErrorLines.ts';
import { shownLineOf } from './text/shownLineOf.ts';

/** Texts are read in turns of so many between two looks at the clock. */
const TURN = 4;
/** So many new lines are put in order within two milliseconds. */
const MOST_UNRANKED = 256;

/**
 * Reads the error texts of one table, each once, and keeps the lines that stand for them: equal
 * lines once, in their order.
 */
export class PickedLines {
  readonly table: BuildTable;
  readonly #lines: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #ranked: RankedTexts;
  /** By code: the number of its line. */
  #ofCode = words(0);
  #read = 0;

  constructor(table: BuildTable) {
    this.table = table;
    const lines = this.#lines;
    const texts = {
      get size() {
        return lines.length;
      },
      at: (number: number) => lines[number] ?? '',
    };
    this.#ranked = new RankedTexts(texts, compareText);
  }

  /** True when every text that the table has now is read. */
  get isDone(): boolean {
    return this.#read >= this.table.texts.errors.size;
  }

  /** Reads texts for at most `budgetMs` milliseconds; true when there is no more to do. */
  work(budgetMs: number): boolean {
    const { errors } = this.table.texts;
    const end = performance.now() + budgetMs;
    this.#ofCode = grown(this.#ofCode, errors.size, words);
    let unranked = 0;
    for (; this.#read < errors.size; this.#read += 1) {
      if (this.#read % TURN === 0 && performance.now() >= end) return false;
      const known = this.#lines.length;
      this.#ofCode[this.#read] = this.#numberOf(shownLineOf(errors.at(this.#read)).line);
      unranked += this.#lines.length - known;
      if (unranked < MOST_UNRANKED) continue;
      this.#ranked.settle();
      unranked = 0;
    }
    return true;
  }

  /** The lines of all that is read so far; what is read later is not in it. */
  lines(): ErrorLines {
    const version = this.#read;
    return {
      version,
      at: (code) => (code < version ? this.#lineAt(code) : null),
      ranks: () => this.#ranksOf(version),
    };
  }

  #lineAt(code: number): string {
    return this.#lines[this.#ofCode[code] ?? 0] ?? '';
  }

  #numberOf(line: string): number {
    const known = this.#numbers.get(line);
    if (known !== undefined) return known;
    // A copy, that does not keep the whole text alive which it is a part of.
    const own = ` ${line}`.slice(1);
    this.#numbers.set(own, this.#lines.length);
    return this.#lines.push(own) - 1;
  }

  /** Texts behind `read` stand by their first lines, which are put in order among the others. */
  #ranksOf(read: number): Uint32Array {
    const { firstLine, texts } = this.table;
    const { ranks } = this.#ranked;
    const found = words(texts.errors.size);
    const waiting: string[] = [];
    for (let code = read; code < found.length; code += 1) {
      waiting.push(texts.errors.at(firstLine[code] ?? -1));
    }
    const others = [...new Set(waiting)]
      .filter((line) => !this.#numbers.has(line))
      .sort(compareText);
    const places = others.map((line) => this.#placeOf(line));
    const shifts = words(this.#lines.length + 1);
    for (const place of places) shifts[place] = (shifts[place] ?? 0) + 1;
    for (let at = 1; at < shifts.length; at += 1)
      shifts[at] = (shifts[at] ?? 0) + (shifts[at - 1] ?? 0);
    const rankOf = (number: number) => {
      const rank = ranks[number] ?? 0;
      return rank + (shifts[rank] ?? 0);
    };
    const rankOfOther = new Map(others.map((line, at) => [line, (places[at] ?? 0) + at]));
    for (let code = 0; code < read; code += 1) found[code] = rankOf(this.#ofCode[code] ?? 0);
    waiting.forEach((line, at) => {
      found[read + at] = rankOfOther.get(line) ?? rankOf(this.#numbers.get(line) ?? 0);
    });
    return dense(found, this.#lines.length + others.length);
  }

  /** How many lines come before one that is not among them. */
  #placeOf(line: string): number {
    const { order } = this.#ranked;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareText(this.#lines[order[middle] ?? 0] ?? '', line) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The same order without gaps: lines that were read since are among the ranks, and none of these. */
function dense(ranks: Uint32Array, size: number): Uint32Array {
  const places = words(size);
  for (const rank of ranks) places[rank] = 1;
  let next = 0;
  for (let rank = 0; rank < size; rank += 1) {
    const isUsed = places[rank] === 1;
    places[rank] = next;
    if (isUsed) next += 1;
  }
  return ranks.map((rank) => places[rank] ?? 0);
}
