import type { Refusal, RequestFacts } from './door.ts';
import { headerValues } from './rawHeaders.ts';

/** All that is kept of a call to the API: the call up is written anew from this. */
export interface ApiRequest {
  /** Null where the caller left it to the API's default. */
  readonly offset: number | null;
  readonly limit: number | null;
  /** The Authorization header's whole value. */
  readonly authorization: string;
}

/** The largest Authorization value that is passed on, bytes. */
export const MOST_AUTHORIZATION = 4096;

/**
 * Reads a request whose path is the API's. The query may hold `offset` and `limit`, once each,
 * in digits, and nothing else; whatever cannot be understood whole is refused whole.
 */
export function readApiRequest(facts: RequestFacts): ApiRequest | Refusal {
  if (facts.method !== 'GET') {
    return { status: 405, text: 'Only GET is answered here.', allow: 'GET' };
  }
  const foreign = refuseForeign(facts.rawHeaders);
  if (foreign) return foreign;

  const query = readQuery(facts.target);
  if ('status' in query) return query;

  const values = headerValues(facts.rawHeaders, 'authorization');
  const [authorization] = values;
  if (values.length > 1) {
    return { status: 400, text: 'More than one Authorization header.' };
  }
  if (authorization === undefined || authorization === '') {
    return { status: 401, text: '' };
  }
  if (authorization.length > MOST_AUTHORIZATION) {
    return { status: 431, text: 'The Authorization header is larger than 4 KB.' };
  }
  if (!/^[\x20-\x7e]+$/.test(authorization)) {
    return { status: 400, text: 'The Authorization header holds characters other than ASCII.' };
  }
  return { ...query, authorization };
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

function readQuery(target: string): Pick<ApiRequest, 'offset' | 'limit'> | Refusal {
  const found: { offset: number | null; limit: number | null } = { offset: null, limit: null };
  const mark = target.indexOf('?');
  const query = mark === -1 ? '' : target.slice(mark + 1);
  if (query === '') return found;
  for (const part of query.split('&')) {
    const [, name, value = ''] = part.match(/^(offset|limit)=(.*)$/) ?? [];
    if (name !== 'offset' && name !== 'limit') {
      return { status: 422, param: 'query', text: 'Only offset and limit may be asked for.' };
    }
    if (found[name] !== null) return { status: 422, param: name, text: 'Given more than once.' };
    // 15 digits are exact in a double.
    if (!/^\d{1,15}$/.test(value)) {
      return { status: 422, param: name, text: 'Must be an integer of at least 0, in digits.' };
    }
    found[name] = Number(value);
  }
  return found;
}
