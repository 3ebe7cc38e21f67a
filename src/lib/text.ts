import { lazily } from './lazily.ts';
import { endOfBlank, stripAnsi } from './stripAnsi.ts';

const collator = lazily(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));

/**
 * The one order of names: letters without case, digits by value (`v9` before `v10`), and code
 * units where those are equal, so that two different strings are never equal.
 */
export function compareText(a: string, b: string): number {
  return collator().compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * What a search compares: lower case by the Unicode default, the same for needle and hay. The
 * Greek sigma at the end of a word is the one letter whose lower case depends on its neighbours.
 */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('ς') ? lower.replaceAll('ς', 'σ') : lower;
}

/**
 * The first line of a message that says something, without terminal codes: what a list shows and
 * sorts by; empty when there is none. Reads no more than 4,000 characters of it.
 */
export function firstLine(message: string): string {
  const from = endOfBlank(message);
  const start = stripAnsi(message.slice(from, from + LONGEST_LINE));
  const end = start.search(/[\r\n]/);
  return end < 0 ? start : start.slice(0, end);
}

const LONGEST_LINE = 4000;

/**
 * Makes characters that are invisible, reorder text or break it visible as a code point
 * (`⟨U+202E⟩`), so that a name cannot pass for another one: controls, bidirectional marks, zero
 * width and filler characters, tags, lone surrogates. Joiners and variation selectors inside an
 * emoji are part of it and stay. Line breaks and tabs become a space unless `multiline`.
 */
export function makeVisible(text: string, multiline = false): string {
  if (PLAIN.test(text)) return text;
  const broken = multiline ? text.replace(/\r\n?/g, '\n') : text.replace(/\r\n?|[\n\t]/g, ' ');
  let shown = '';
  let from = 0;
  while (from < broken.length) {
    const end = seamAfter(broken, from + PIECE);
    shown += broken.slice(from, end).replace(EMOJI_OR_HIDDEN, spellOut);
    from = end;
  }
  return shown;
}

/** Letters replaced at once: engines are slow where millions are. */
const PIECE = 20_000;

/**
 * Where a text can be cut: before a letter that no emoji goes on with. Where none
 * is near, it is cut all the same.
 */
function seamAfter(text: string, from: number): number {
  const near = text.slice(from, from + PIECE).search(/[ -"$-)+-/:-~]/);
  if (near >= 0) return from + near;
  return isHighHalf(text, from - 1) ? from + 1 : from;
}

function isHighHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

function spellOut(found: string, hidden: string | undefined): string {
  if (hidden === undefined || hidden === '\n' || hidden === '\t') return found;
  const known = spelt.get(hidden);
  if (known !== undefined) return known;
  const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = `\u27e8U+${code}\u27e9`;
  spelt.set(hidden, shown);
  return shown;
}

/** Hidden characters as they are shown; there are a few thousand. */
const spelt = new Map<string, string>();

const PLAIN = /^[ -~]*$/;
const PICTURE = '\\p{Extended_Pictographic}(?:[\\ufe0e\\ufe0f]|\\p{Emoji_Modifier}\\ufe0f?)?';
const EMOJI_OR_HIDDEN = new RegExp(
  `${PICTURE}(?:\\u200d${PICTURE})*|[0-9#*]\\ufe0f\\u20e3|` +
    '([\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb\\u2800])',
  'gu',
);

const graphemes = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));
/** Code units in which a grapheme is looked for: no emoji of Unicode needs more than 35. */
const WIDEST = 40;

/** The first `most` graphemes, with an ellipsis where something was cut. */
export function cutEnd(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most * WIDEST);
  if (PLAIN.test(start)) return `${start.slice(0, most)}…`;
  const parts = graphemesOf(start);
  if (parts.length <= most && start === text) return text;
  // The last part may be half a grapheme where the slice ended in it.
  const whole = start === text ? parts : parts.slice(0, -1);
  return `${whole.slice(0, most).join('')}…`;
}

/**
 * At most `most` graphemes of the text, from both of its ends, with an ellipsis between them: for
 * paths, whose ends tell them apart.
 */
export function middleCut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.ceil(most / 2);
  const tail = Math.floor(most / 2);
  const wide = most * WIDEST;
  if (text.length <= 2 * wide) {
    if (PLAIN.test(text)) return `${text.slice(0, head)}…${text.slice(text.length - tail)}`;
    const parts = graphemesOf(text);
    if (parts.length <= most) return text;
    return `${parts.slice(0, head).join('')}…${parts.slice(parts.length - tail).join('')}`;
  }
  const start = graphemesOf(text.slice(0, wide)).slice(0, -1).slice(0, head);
  const end = graphemesOf(text.slice(text.length - wide)).slice(1);
  return `${start.join('')}…${end.slice(Math.max(0, end.length - tail)).join('')}`;
}

/**
 * The graphemes of a text, found a few letters at a time: engines take time in the square of the
 * text they are given at once, half a second for 12,000 letters.
 */
export function graphemesOf(text: string): string[] {
  const parts: string[] = [];
  let at = 0;
  let wide = WINDOW;
  while (at < text.length) {
    const found = [...graphemes().segment(text.slice(at, at + wide))].map((part) => part.segment);
    // The last one may go on behind the window.
    if (at + wide < text.length) found.pop();
    wide = found.length === 0 ? wide * 2 : WINDOW;
    for (const part of found) {
      parts.push(part);
      at += part.length;
    }
  }
  return parts;
}

const WINDOW = 128;
