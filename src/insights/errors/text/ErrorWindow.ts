import { stripAnsi } from '../../../lib/stripAnsi.ts';

/** What is read of the start and of the end of a text: logs say their cause near an end. */
const HEAD = 4 * 1024;
const TAIL = 16 * 1024;
/** A longer line keeps its two ends, so that no rule costs more than a line's worth. */
const LINE_HEAD = 700;
const LINE_TAIL = 400;

/**
 * The part of an error text that is read, without terminal codes and with `\n` as the one line
 * end: all of a text up to 20 KB, else its first 4 KB and its last 16 KB, without the lines cut
 * in two.
 */
export class ErrorWindow {
  readonly text: string;
  readonly #whole: string;
  /** Where the second part starts, in `text` and in the whole text. */
  readonly #second: number;
  readonly #secondInWhole: number;

  constructor(whole: string) {
    this.#whole = whole;
    if (whole.length <= HEAD + TAIL) {
      this.text = plain(whole);
      this.#second = this.text.length + 1;
      this.#secondInWhole = whole.length;
      return;
    }
    const head = whole.slice(0, HEAD);
    const headEnd = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
    const first = plain(headEnd > 0 ? head.slice(0, headEnd) : head);
    const start = whole.length - TAIL;
    this.#second = first.length + 1;
    this.#secondInWhole = start + whole.slice(start).search(/[\r\n]/) + 1;
    this.text = `${first}\n${plain(whole.slice(this.#secondInWhole))}`;
  }

  /** The line that holds the place `at`: where it starts and ends in `text`. */
  lineAround(at: number): { readonly start: number; readonly end: number } {
    const end = this.text.indexOf('\n', at);
    return {
      start: at === 0 ? 0 : this.text.lastIndexOf('\n', at - 1) + 1,
      end: end < 0 ? this.text.length : end,
    };
  }

  /** A part of `text`, without the middle of a very long one. */
  cut(start: number, end: number): string {
    if (end - start <= LINE_HEAD + LINE_TAIL) return this.text.slice(start, end);
    const head = this.text.slice(start, start + LINE_HEAD);
    return `${head} … ${this.text.slice(end - LINE_TAIL, end)}`;
  }

  /**
   * The number in the whole text of the line that starts at `start`, from 1; line ends are `\n`,
   * `\r\n` and `\r`.
   */
  lineNumber(start: number): number {
    if (start < this.#second) return countLineFeeds(this.text, 0, start) + 1;
    const before = countBreaks(this.#whole, this.#secondInWhole);
    return before + countLineFeeds(this.text, this.#second, start) + 1;
  }
}

function plain(text: string): string {
  const stripped = stripAnsi(text);
  return stripped.includes('\r') ? stripped.replace(/\r\n?/g, '\n') : stripped;
}

function countLineFeeds(text: string, from: number, to: number): number {
  let count = 0;
  let at = text.indexOf('\n', from);
  while (at >= 0 && at < to) {
    count += 1;
    at = text.indexOf('\n', at + 1);
  }
  return count;
}

/** Line ends of any kind in a text of any length: by search while they are few, else one by one. */
function countBreaks(text: string, to: number): number {
  let count = 0;
  let from = 0;
  if (!text.includes('\r')) {
    for (; count < FEW_BREAKS; count += 1) {
      const at = text.indexOf('\n', from);
      if (at < 0 || at >= to) return count;
      from = at + 1;
    }
  }
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count += 1;
  }
  return count;
}

const FEW_BREAKS = 20_000;
const LF = 10;
const CR = 13;
