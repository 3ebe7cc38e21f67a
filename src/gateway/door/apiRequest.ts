import { isTeamId } from '../../contract/teamId.ts';
import { headerValues } from './rawHeaders.ts';
import type { Refusal, RequestFacts } from './refuseAtDoor.ts';

/** All that is kept of a call to the API: the call up is written anew from this. */
export interface ApiRequest {
  /** Null where the caller left it to the API's default. */
  readonly offset: number | null;
  readonly limit: number | null;
  /** The team whose builds are asked for, exact to the letter; null for the caller's own. */
  readonly teamId: string | null;
  /** The Authorization header's whole value, written anew: `Bearer`, a space, the token. */
  readonly authorization: string;
}

/** The largest Authorization value that is passed on, bytes. */
export const MOST_AUTHORIZATION = 4096;

/**
 * Reads a request whose path is the API's. The query may hold `offset` and `limit` in digits and
 * `teamId` as a cuid, once each, and nothing else; whatever cannot be understood whole is refused
 * whole. Digits spelled as `%31` are refused with the rest: nobody who means well writes them, and
 * a reader that decodes is one more that may understand a query differently. So is an unknown
 * parameter: a filter that is dropped without a word shows another list than was asked for.
 */
export function readApiRequest(facts: RequestFacts): ApiRequest | Refusal {
  if (facts.method !== 'GET') {
    return { status: 405, text: 'Only GET is answered here.', allow: 'GET' };
  }
  const foreign = refuseForeign(facts.rawHeaders);
  if (foreign) return foreign;

  const query = readQuery(facts.target);
  if ('status' in query) return query;
  const authorization = readAuthorization(headerValues(facts.rawHeaders, 'authorization'));
  return typeof authorization === 'string' ? { ...query, authorization } : authorization;
}

/** One bearer token (RFC 6750, 2.1) goes up, and no other secret: a password would be told on. */
function readAuthorization(values: readonly string[]): string | Refusal {
  const [value] = values;
  if (values.length > 1) {
    return { status: 400, text: 'More than one Authorization header.' };
  }
  if (value === undefined || value === '') return { status: 401, text: '' };
  if (value.length > MOST_AUTHORIZATION) {
    return { status: 431, text: 'The Authorization header is larger than 4 KB.' };
  }
  if (!/^[\x20-\x7e]+$/.test(value)) {
    return { status: 400, text: 'The Authorization header holds characters other than ASCII.' };
  }
  const [, token] = value.match(/^bearer +([\x21-\x7e]+)$/i) ?? [];
  return token === undefined
    ? { status: 401, text: 'Only a bearer token signs in here.' }
    : `Bearer ${token}`;
}

/** Refuses what a browser says comes from another site, or from an origin that is not the host's. */
export function refuseForeign(rawHeaders: readonly string[]): Refusal | null {
  const sites = headerValues(rawHeaders, 'sec-fetch-site');
  const [host = ''] = headerValues(rawHeaders, 'host');
  const own = [`http://${host}`.toLowerCase(), `https://${host}`.toLowerCase()];
  const origins = headerValues(rawHeaders, 'origin');
  const foreign =
    sites.some((site) => site !== 'same-origin') ||
    origins.some((origin) => !own.includes(origin.toLowerCase()));
  return foreign ? { status: 403, text: 'Only the page of this origin may call here.' } : null;
}

type Query = Pick<ApiRequest, 'offset' | 'limit' | 'teamId'>;

function readQuery(target: string): Query | Refusal {
  const mark = target.indexOf('?');
  const query = mark === -1 ? '' : target.slice(mark + 1);
  const found = new Map<string, string>();
  for (const part of query === '' ? [] : query.split('&')) {
    const [, name, value = ''] = part.match(/^(offset|limit|teamId)=(.*)$/) ?? [];
    if (name === undefined) {
      return {
        status: 422,
        param: 'query',
        text: 'Only offset, limit and teamId may be asked for.',
      };
    }
    if (found.has(name)) return { status: 422, param: name, text: 'Given more than once.' };
    if (name === 'teamId' ? !isTeamId(value) : !/^\d{1,15}$/.test(value)) {
      return { status: 422, param: name, text: name === 'teamId' ? NO_TEAM : NO_INTEGER };
    }
    found.set(name, value);
  }
  return {
    offset: integer(found.get('offset')),
    limit: integer(found.get('limit')),
    teamId: found.get('teamId') ?? null,
  };
}

const NO_INTEGER = 'Must be an integer of at least 0, in digits.';
const NO_TEAM = 'Must be the id of one team, c and 24 of 0-9a-z.';

/** 15 digits are exact in a double. */
function integer(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
