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
  const wanted = spellings(token);
  let masked = text;
  if (ESCAPED_ASCII.test(text)) {
    const plain = unescapeAscii(text);
    if (wanted.some((spelling) => plain.includes(spelling))) masked = plain;
  }
  for (const spelling of wanted) {
    if (masked.includes(spelling)) masked = masked.replaceAll(spelling, MASK);
  }
  return masked;
}

const ESCAPED_ASCII = /\\u00[2-7]/i;

/** Visible ASCII as JSON writes it by itself: `\u0070` as `p`, `\/` as `/`, `\u0022` as `\"`. */
function unescapeAscii(text: string): string {
  return text.replace(/\\(?:u00([2-7][0-9a-f])|[\s\S])/gi, (found, code: string | undefined) => {
    if (code === undefined) return found === '\\/' ? '/' : found;
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return character === '"' || character === '\\' ? `\\${character}` : character;
  });
}

function spellings(token: string): readonly string[] {
  const quoted = JSON.stringify(token).slice(1, -1);
  const all = [quoted];
  if (quoted !== token) all.push(token);
  if (quoted.includes('/')) all.push(quoted.replaceAll('/', '\\/'));
  return all;
}
