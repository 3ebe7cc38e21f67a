/** The two parts of an address that can carry parameters, each with its `?` or `#`, or empty. */
export interface AddressParts {
  readonly search: string;
  readonly hash: string;
}

/**
 * Takes token parameters (`token`, `access_token`, `api_key` and their like, in any case, plain
 * or percent-encoded) out of an address. Their values are not returned: a token in an address has
 * already been written to histories and logs, and is not used. All else is kept to the byte.
 */
export function stripTokenFromAddress({ search, hash }: AddressParts): AddressParts & {
  readonly found: boolean;
} {
  const stripped = { search: strip(search), hash: strip(hash) };
  return { ...stripped, found: stripped.search !== search || stripped.hash !== hash };
}

/** Names compared without case, blanks, `-` and `_`. */
const TOKEN_NAMES = new Set([
  'token',
  'accesstoken',
  'apitoken',
  'authtoken',
  'apikey',
  'primeapikey',
  'bearer',
  'authorization',
]);

function strip(part: string): string {
  // A hash can hold a path with a query of its own: `#/builds?token=x`.
  const head = /^[?#](?:[^=&]*\?)?/.exec(part)?.[0] ?? '';
  const params = part.slice(head.length).split('&');
  const kept = params.filter((param) => !isTokenParam(param));
  return kept.length > 0 ? head + kept.join('&') : head.slice(0, -1);
}

function isTokenParam(param: string): boolean {
  const name = decode(param.replace(/=.*$/s, ''));
  return TOKEN_NAMES.has(name.toLowerCase().replace(/[-_+\s]/g, ''));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
