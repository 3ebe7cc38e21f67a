const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The one order of names: letters without case, digits by value (`v9` before `v10`), and code
 * units where those are equal, so that two different strings are never equal.
 */
export function compareText(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** What a search compares: lower case by the Unicode default, the same for needle and hay. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

/** Terminal colour and cursor codes removed (ECMA-48 control sequences, OSC strings). */
export function stripAnsi(text: string): string {
  return text.includes('\u001b') || text.includes('\u009b') ? text.replace(ANSI, '') : text;
}
const ANSI =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\-_]/g;

/**
 * Makes characters that are invisible, reorder text or break it visible as a code point
 * (`U+202E`), so that a name cannot pass for another one. Line breaks and tabs become a space
 * unless `multiline`.
 */
export function makeVisible(text: string, multiline = false): string {
  HIDDEN.lastIndex = 0;
  if (!HIDDEN.test(text)) return text;
  return text.replace(HIDDEN, (found) => {
    if (found === '\n' || found === '\t') return multiline ? found : ' ';
    if (found === '\r') return multiline ? '' : ' ';
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `\u27e8U+${code}\u27e9`;
  });
}

const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The first `most` graphemes, with an ellipsis where something was cut. */
export function cutEnd(text: string, most: number): string {
  if (text.length <= most) return text;
  const parts = [...graphemes.segment(text.slice(0, most * 8))].map((part) => part.segment);
  return parts.length <= most && text.length <= most * 8
    ? text
    : `${parts.slice(0, most).join('')}…`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
