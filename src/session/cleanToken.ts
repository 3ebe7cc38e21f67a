import { MAX_TOKEN_LENGTH } from './isToken.ts';

export type CleanToken = { readonly token: string } | { readonly problem: string };

/**
 * Reads a token out of what a person pasted. Forgiving at the ends: white space, invisible
 * characters, quotes, `Bearer `, `Authorization:`, `export PRIME_API_KEY=`, `-H`, in any
 * combination. In the middle nothing is removed: the first character that a token cannot hold is
 * named with its place. Only visible ASCII passes (RFC 9110, 5.5), so that `new Headers()` cannot
 * throw. A token is never judged by its prefix. A problem never quotes what was pasted.
 */
export function cleanToken(pasted: string): CleanToken {
  const token = stripEnds(pasted);
  if (token === '') return { problem: 'There is no token here. Paste an API token.' };
  const at = token.search(/[^\x21-\x7e]/);
  if (at >= 0) {
    const what = describeCharacter(token.codePointAt(at) ?? 0);
    return {
      problem: `There is ${what} at character ${at + 1}. Copy the token again, in one piece.`,
    };
  }
  if (token.length > MAX_TOKEN_LENGTH) {
    const [length, most] = [token.length, MAX_TOKEN_LENGTH].map((n) => n.toLocaleString('en'));
    return { problem: `This is too long for a token: ${length} characters, at most ${most} pass.` };
  }
  return { token };
}

/** White space, controls, and what takes no room on the screen. */
export const BLANK =
  '\\s\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufe00-\\ufe0f\\ufeff';
export const QUOTES = '"\'`\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb';

const LEADS: readonly RegExp[] = [
  new RegExp(`^[${BLANK}]+`),
  new RegExp(`^\\\\?[${QUOTES}]`),
  new RegExp(`^(?:-H|--header)(?:[${BLANK}=]+|(?=[${QUOTES}]))`),
  new RegExp(`^export[${BLANK}]+`, 'i'),
  new RegExp(`^PRIME_API_KEY\\\\?[${QUOTES}]?[${BLANK}]*[=:]`, 'i'),
  new RegExp(`^authorization\\\\?[${QUOTES}]?[${BLANK}]*[=:]`, 'i'),
  new RegExp(`^bearer(?:[${BLANK}]+|$)`, 'i'),
];

/** Past this many leads nothing is a slip of the clipboard any more. */
const MOST_LEADS = 100;

function stripEnds(pasted: string): string {
  let text = stripTail(pasted);
  for (let n = 0; n < MOST_LEADS; n += 1) {
    const lead = LEADS.map((pattern) => pattern.exec(text)?.[0] ?? '').find(
      (found) => found !== '',
    );
    if (lead === undefined) break;
    text = stripTail(text.slice(lead.length));
  }
  return text;
}

const blank = new RegExp(`[${BLANK}]`);
const afterQuote = new RegExp(`[${BLANK},;\\\\]`);

/** Walks from the end: a pattern anchored there takes quadratic time over long runs of blanks. */
function stripTail(text: string): string {
  let end = text.length;
  for (;;) {
    while (blank.test(text.charAt(end - 1))) end -= 1;
    let quote = end;
    while (afterQuote.test(text.charAt(quote - 1))) quote -= 1;
    if (quote === 0 || !QUOTES.includes(text.charAt(quote - 1))) return text.slice(0, end);
    end = text.charAt(quote - 2) === '\\' ? quote - 2 : quote - 1;
  }
}

function describeCharacter(code: number): string {
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return 'a line break';
  if (code === 0x09) return 'a tab';
  if (code === 0x20 || code === 0xa0) return 'a space';
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const hidden = blank.test(String.fromCodePoint(code));
  return hidden ? `an invisible character (${name})` : `a character no token has (${name})`;
}
