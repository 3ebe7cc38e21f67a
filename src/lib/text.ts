const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The one order of names: letters without case, digits by value (`v9` before `v10`), and code
 * units where those are equal, so that two different strings are never equal.
 */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/**
 * What a search compares: lower case by the Unicode default, the same for needle and hay. The
 * Greek sigma at the end of a word is the one letter whose lower case depends on its neighbours.
 */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('ς') ? lower.replaceAll('ς', 'σ') : lower;
}

/** Terminal codes removed: ECMA-48 control sequences, OSC and other strings, short escapes. */
export function stripAnsi(text: string): string {
  return OPENINGS.some((one) => text.includes(one)) ? text.replace(ANSI, '') : text;
}

/** Looked for one by one: many times faster than a class of characters in a long text. */
const OPENINGS = [...'\u001b\u0090\u0098\u009b\u009d\u009e\u009f'];
/**
 * A string that is never closed loses only its opening: it must not swallow what follows. It ends
 * at the next opening, so that many of them cost no more than one.
 */
const ANSI = new RegExp(
  [
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
    '(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])' +
      '[^\\u0007\\u001b\\u0090\\u0098\\u009b-\\u009f\\r\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)',
    '\\u001b[ -/]*[0-Z\\\\-~]',
  ].join('|'),
  'g',
);

/**
 * The first line of a message that says something, without terminal codes: what a list shows and
 * sorts by. Reads no more than the first 4,000 characters.
 */
export function firstLine(message: string): string {
  const start = stripAnsi(message.slice(0, 4000)).trimStart();
  const end = start.search(/[\r\n]/);
  return end < 0 ? start : start.slice(0, end);
}

/**
 * Makes characters that are invisible, reorder text or break it visible as a code point
 * (`⟨U+202E⟩`), so that a name cannot pass for another one: controls, bidirectional marks, zero
 * width and filler characters, tags, lone surrogates. Joiners and variation selectors inside an
 * emoji are part of it and stay. Line breaks and tabs become a space unless `multiline`.
 */
export function makeVisible(text: string, multiline = false): string {
  if (PLAIN.test(text)) return text;
  return text.replace(EMOJI_OR_HIDDEN, (found, hidden: string | undefined) => {
    if (hidden === undefined) return found;
    if (hidden === '\n' || hidden === '\t') return multiline ? hidden : ' ';
    if (hidden === '\r' || hidden === '\r\n') return multiline ? '\n' : ' ';
    const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `\u27e8U+${code}\u27e9`;
  });
}

const PLAIN = /^[ -~]*$/;
const PICTURE = '\\p{Extended_Pictographic}(?:[\\ufe0e\\ufe0f]|\\p{Emoji_Modifier}\\ufe0f?)?';
const EMOJI_OR_HIDDEN = new RegExp(
  `${PICTURE}(?:\\u200d${PICTURE})*|[0-9#*]\\ufe0f\\u20e3|` +
    '(\\r\\n|[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb\\u2800])',
  'gu',
);

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Code units in which a grapheme is looked for: no emoji of Unicode needs more than 35. */
const WIDEST = 40;

/** The first `most` graphemes, with an ellipsis where something was cut. */
export function cutEnd(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most * WIDEST);
  if (PLAIN.test(start)) return `${start.slice(0, most)}…`;
  const parts = segment(start);
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
    const parts = segment(text);
    if (parts.length <= most) return text;
    return `${parts.slice(0, head).join('')}…${parts.slice(parts.length - tail).join('')}`;
  }
  const start = segment(text.slice(0, wide)).slice(0, -1).slice(0, head);
  const end = segment(text.slice(text.length - wide)).slice(1);
  return `${start.join('')}…${end.slice(Math.max(0, end.length - tail)).join('')}`;
}

function segment(text: string): string[] {
  return [...graphemes.segment(text)].map((part) => part.segment);
}
