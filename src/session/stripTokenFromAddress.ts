import { isTokenName } from '../lib/tokenParameter.ts';

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

function strip(part: string): string {
  // A hash can hold a path with a query of its own: `#/builds?token=x`.
  const head = /^[?#](?:[^=&]*\?)?/.exec(part)?.[0] ?? '';
  const params = part.slice(head.length).split('&');
  const kept = params.filter((param) => !isTokenParam(param));
  return kept.length > 0 ? head + kept.join('&') : head.slice(0, -1);
}

function isTokenParam(param: string): boolean {
  const equals = param.indexOf('=');
  return isTokenName(decode(equals < 0 ? param : param.slice(0, equals)));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
