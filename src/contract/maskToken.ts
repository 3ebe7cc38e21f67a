const MASK = '••••';

/**
 * Shorter tokens are the words of demo accounts, not secrets: masking `demo` would black out
 * half of the image names, and masking `data` would break the answer itself.
 */
const SHORTEST_SECRET = 16;

/**
 * Text from the API with the token in it masked, in its plain spelling and in those that JSON
 * allows for it (`\/`, `\u0070`), so that it can run over a body before the body is parsed. Costs a
 * few searches where the token does not occur. Tokens under 16 characters are left alone.
 */
export function maskToken(text: string, token: string): string {
  if (token.length < SHORTEST_SECRET) return text;
  const spellings = [JSON.stringify(token).slice(1, -1), token];
  const escaped = token.includes('/') ? ESCAPED_ASCII_OR_SLASH : ESCAPED_ASCII;
  let masked = text;
  if (escaped.test(text)) {
    const plain = unescapeAscii(text);
    if (spellings.some((spelling) => plain.includes(spelling))) masked = plain;
  }
  for (const spelling of spellings) masked = masked.replaceAll(spelling, MASK);
  return masked;
}

const ESCAPED_ASCII = /\\u00[2-7]/i;
const ESCAPED_ASCII_OR_SLASH = /\\(?:u00[2-7]|\/)/i;

/** Visible ASCII as JSON writes it by itself: `\u0070` as `p`, `\/` as `/`, `\u0022` as `\"`. */
function unescapeAscii(text: string): string {
  return text.replace(/\\(?:u00([2-7][0-9a-f])|.)/gi, (found, code: string | undefined) => {
    if (code === undefined) return found === '\\/' ? '/' : found;
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return character === '"' || character === '\\' ? `\\${character}` : character;
  });
}
