/** The headers that this page relies on, and what of each it must say. */
const NEEDED: readonly (readonly [name: string, good: (value: string) => boolean])[] = [
  ['Content-Security-Policy', isStrict],
  ['X-Content-Type-Options', (value) => /^nosniff$/i.test(value)],
  ['Referrer-Policy', (value) => /^no-referrer$/i.test(value)],
  ['Cross-Origin-Opener-Policy', (value) => /^same-origin$/i.test(value)],
  ['Cross-Origin-Resource-Policy', (value) => /^same-origin$/i.test(value)],
  // A page that is kept asks for pieces which a new deploy has taken away.
  ['Cache-Control', (value) => /\bno-(?:store|cache)\b/i.test(value)],
];

/**
 * The headers that a server leaves out of the page, or says something weaker in, by name. They keep
 * a token on the page: without them whatever comes into it may run, and may send the token on.
 */
export function missingHeaders(headers: Pick<Headers, 'get'>): readonly string[] {
  return NEEDED.filter(([name, good]) => !good(headers.get(name) ?? '')).map(([name]) => name);
}

/** Nothing that is not named may load, nothing may frame the page, and no inline code runs. */
function isStrict(policy: string): boolean {
  const needed = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"];
  return needed.every((part) => policy.includes(part)) && !policy.includes("'unsafe-");
}
