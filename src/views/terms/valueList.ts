/** One value of a list, as it was written. */
export interface Item {
  /** Quotes taken off. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A part of it is quoted. */
  readonly quoted: boolean;
  /** A `*` stands outside quotes. */
  readonly star: boolean;
  /** It begins with `=` outside quotes, which is still in `text`. */
  readonly equals: boolean;
  /** False when a quote was opened and never closed: it then runs to the end. */
  readonly closed: boolean;
}

/** True for what JavaScript calls white space: what `trim` takes off. */
export function isSpace(char: string): boolean {
  return char.trim() === '';
}

/**
 * Reads a list of values. This is the one grammar for the values of a field in the search box,
 * of a parameter of the address, and of lists of ids in it:
 *
 * Commas part values; empty ones are skipped. `"` opens a quoted part, in which commas, blanks,
 * `*` and `=` mean themselves and `""` is one quote; there is no other escape, so `\` is itself.
 * In the search box a blank ends the list; in the address it does not, and blanks around a value
 * are not part of it. Linear in the length; never throws.
 */
export function readItems(
  source: string,
  start: number,
  inAddress: boolean,
): { readonly items: Item[]; readonly end: number } {
  const items: Item[] = [];
  let at = start;
  for (;;) {
    if (inAddress) while (at < source.length && isSpace(source.charAt(at))) at += 1;
    const { item, next } = readItem(source, at, inAddress);
    if (item.to > item.from) items.push(item);
    if (source[next] !== ',') return { items, end: next };
    at = next + 1;
  }
}

function readItem(source: string, from: number, inAddress: boolean): { item: Item; next: number } {
  const pieces: string[] = [];
  const equals = source[from] === '=';
  let quoted = false;
  let star = false;
  let closed = true;
  let at = from;
  let to = from;
  for (;;) {
    const char = source[at];
    if (char === undefined || char === ',' || (!inAddress && isSpace(char))) break;
    if (char === '"') {
      const part = readQuoted(source, at);
      quoted = true;
      closed = part.closed;
      pieces.push(part.text);
      at = part.end;
      to = at;
      continue;
    }
    const start = at;
    at = endOfBare(source, at, inAddress);
    const bare = source.slice(start, at);
    const next = source[at];
    const kept = inAddress && (next === undefined || next === ',') ? bare.trimEnd() : bare;
    star ||= kept.includes('*');
    pieces.push(kept);
    if (kept !== '') to = start + kept.length;
  }
  return { item: { text: pieces.join(''), from, to, quoted, star, equals, closed }, next: at };
}

function endOfBare(source: string, start: number, inAddress: boolean): number {
  let at = start;
  for (; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === ',' || char === '"' || (!inAddress && isSpace(char))) break;
  }
  return at;
}

/** Reads the quoted part that opens at `at`. */
export function readQuoted(
  source: string,
  at: number,
): { readonly text: string; readonly end: number; readonly closed: boolean } {
  let search = at + 1;
  for (;;) {
    const quote = source.indexOf('"', search);
    if (quote < 0) {
      const text = source.slice(at + 1).replaceAll('""', '"');
      return { text, end: source.length, closed: false };
    }
    if (source[quote + 1] !== '"') {
      const text = source.slice(at + 1, quote).replaceAll('""', '"');
      return { text, end: quote + 1, closed: true };
    }
    search = quote + 2;
  }
}

/** A text in quotes, as `readQuoted` reads it. */
export function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Writes one value so that `readItems` reads the same. `special`: it must be quoted anyway. */
export function printItem(text: string, inAddress: boolean, special = false): string {
  const bare =
    !special &&
    text !== '' &&
    !text.includes(',') &&
    !text.includes('"') &&
    (inAddress ? text.trim() === text : !/\s/.test(text));
  return bare ? text : quote(text);
}
