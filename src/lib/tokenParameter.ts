/** True for the name of a parameter that may hold a token: `token`, `api_key`, `Authorization`. */
export function isTokenName(name: string): boolean {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  return WHOLE.has(letters) || PARTS.some((part) => letters.includes(part));
}

/** True for a value that looks like a token, under whatever name it stands. */
export function isTokenValue(value: string): boolean {
  return /^\s*["']?(?:bearer\s+\S|authorization\s*[:=]|export\s+\w+=|pit_\S{8})/i.test(value);
}

const WHOLE = new Set(['key', 'auth', 'bearer', 'pit', 'credential', 'credentials']);
const PARTS = ['token', 'apikey', 'accesskey', 'secret', 'password', 'authorization'];
