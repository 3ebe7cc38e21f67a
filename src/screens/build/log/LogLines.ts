import { endOfCodes, stripAnsi } from '../../../lib/stripAnsi.ts';

const LF = 10;
/** Blank lines at the end of a log are no lines of it; so many are looked at. */
const MOST_BLANK = 1000;

/**
 * The lines of a log, numbered as an editor counts (`\n`, `\r\n` and `\r` end one), without blank
 * ones at the end. Terminal codes never go over the end of a line, so each line is stripped when it
 * is asked for: a log of millions of characters costs no more than the search for its line ends.
 */
export class LogLines {
  readonly count: number;
  readonly #text: string;
  /** Where each line starts; then where the line after the last one would. */
  readonly #starts: Uint32Array;
  #last = { index: -1, line: '' };

  constructor(message: string) {
    this.#text = message.trimEnd();
    this.#starts = startsOf(this.#text);
    let count = this.#starts.length - 1;
    const least = Math.max(1, count - MOST_BLANK);
    while (count > least && this.#stripped(count - 1).trim() === '') count -= 1;
    this.count = count;
  }

  /** A line by its place, from 0, without terminal codes. */
  at(index: number): string {
    // A very long line is read part by part.
    if (this.#last.index !== index) this.#last = { index, line: this.#stripped(index) };
    return this.#last.line;
  }

  /** How long a line is, codes included. Characters. */
  lengthOf(index: number): number {
    return (this.#starts[index + 1] ?? 0) - (this.#starts[index] ?? 0) - 1;
  }

  /** All lines from one on, to be copied: without terminal codes, `\n` as the line end. */
  from(index: number): string {
    const rest = this.#text.slice(this.#starts[index] ?? 0, this.#starts[this.count]);
    return stripAnsi(rest).replace(/\r\n?/g, '\n').trimEnd();
  }

  #stripped(index: number): string {
    const line = stripAnsi(
      this.#text.slice(this.#starts[index] ?? 0, (this.#starts[index + 1] ?? 1) - 1),
    );
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  }
}

function startsOf(text: string): Uint32Array {
  const ends = endsOf(text);
  const starts = new Uint32Array(ends.length + 2);
  starts.set(ends, 1);
  starts[ends.length + 1] = text.length + 1;
  return starts;
}

/** Where the lines end, behind their line ends: found by search, which engines are quick at. */
function endsOf(text: string): Uint32Array {
  let ends = new Uint32Array(64);
  let count = 0;
  const add = (end: number) => {
    if (count === ends.length) {
      const more = new Uint32Array(count * 2);
      more.set(ends);
      ends = more;
    }
    ends[count] = end;
    count += 1;
  };
  let feed = text.indexOf('\n');
  let back = text.indexOf('\r');
  while (feed >= 0 || back >= 0) {
    if (back >= 0 && (feed < 0 || back < feed)) {
      // A line feed after it, with codes between them or not, ends the same line.
      if (text.charCodeAt(endOfCodes(text, back + 1)) !== LF) add(back + 1);
      back = text.indexOf('\r', back + 1);
    } else {
      add(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    }
  }
  return ends.subarray(0, count);
}
