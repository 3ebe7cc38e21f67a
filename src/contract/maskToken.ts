const MASK = '••••';

/**
 * Shorter tokens are the words of demo accounts, not secrets: masking `demo` would black out
 * half of the image names, and masking `data` would break the answer itself.
 */
const SHORTEST_SECRET = 16;

/**
 * Text from the API with the token in it masked, in its plain spelling and in those that JSON
 * allows for it, so that it can run over a body before the body is parsed. Costs one or two
 * searches where the token does not occur. Tokens under 16 characters are left alone.
 */
export function maskToken(text: string, token: string): string {
  if (token.length < SHORTEST_SECRET) return text;
  let masked = text;
  for (const spelling of spellings(token)) {
    if (masked.includes(spelling)) masked = masked.replaceAll(spelling, MASK);
  }
  return masked;
}

function spellings(token: string): readonly string[] {
  const quoted = JSON.stringify(token).slice(1, -1);
  const all = [quoted];
  if (quoted !== token) all.push(token);
  if (quoted.includes('/')) all.push(quoted.replaceAll('/', '\\/'));
  return all;
}
