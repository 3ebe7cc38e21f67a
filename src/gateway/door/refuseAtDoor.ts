import { headerValues } from './rawHeaders.ts';

/** A request as it came, before anything is made of it. */
export interface RequestFacts {
  readonly method: string;
  /** The request target, exactly as it stood in the request line. */
  readonly target: string;
  /** Names and values in turn, as `IncomingMessage.rawHeaders` has them. */
  readonly rawHeaders: readonly string[];
}

/** Why a request gets no further. */
export interface Refusal {
  readonly status: number;
  /** One sentence, in our own words: nothing of the request is repeated in it. */
  readonly text: string;
  /** For 405. */
  readonly allow?: string;
  /** For 422: the parameter at fault. */
  readonly param?: string;
}

/**
 * What holds for every request, whatever it asks for: exactly one Host, one that is allowed
 * (which stops DNS rebinding), a target that is a plain path of this origin, no body, no
 * expectation (which only a body has use for), headers of a sane size, and none of those that
 * decide here named as hop-by-hop (RFC 9110, 7.6.1): whoever strips them sees another request.
 * Null when it may pass.
 */
export function refuseAtDoor(
  facts: RequestFacts,
  isAllowedHost: (host: string) => boolean,
): Refusal | null {
  const hosts = headerValues(facts.rawHeaders, 'host');
  const [host] = hosts;
  if (hosts.length !== 1 || host === undefined) {
    return { status: 400, text: 'Exactly one Host header is needed.' };
  }
  if (!isAllowedHost(host)) {
    return { status: 421, text: 'This host name is not served here. Allow it with --allow-host.' };
  }
  if (!facts.target.startsWith('/') || /^\/[/\\]/.test(facts.target)) {
    return { status: 400, text: 'The request target must be a path of this origin.' };
  }
  if (hasBody(facts.rawHeaders)) {
    return { status: 400, text: 'A request body is not taken.' };
  }
  if (headerValues(facts.rawHeaders, 'expect').length > 0) {
    return { status: 417, text: 'No expectation is met here.' };
  }
  if (sizeOf(facts.rawHeaders) > MOST_HEADERS) {
    return { status: 431, text: 'The headers are larger than 16 kB.' };
  }
  if (hopByHop(facts.rawHeaders).some((name) => DECIDING.has(name))) {
    return { status: 400, text: 'Connection may not name a header that is needed here.' };
  }
  return null;
}

/** All header lines together, characters; the address may be longer, since a view stands in it. */
const MOST_HEADERS = 16 * 1024;

const DECIDING = new Set([
  'accept-encoding',
  'authorization',
  'content-length',
  'expect',
  'host',
  'origin',
  'sec-fetch-site',
  'service-worker',
  'transfer-encoding',
]);

function sizeOf(rawHeaders: readonly string[]): number {
  return rawHeaders.reduce((size, text) => size + text.length + 2, 0);
}

function hopByHop(rawHeaders: readonly string[]): string[] {
  return headerValues(rawHeaders, 'connection').flatMap((line) =>
    line.split(',').map((name) => name.trim().toLowerCase()),
  );
}

function hasBody(rawHeaders: readonly string[]): boolean {
  return (
    headerValues(rawHeaders, 'transfer-encoding').length > 0 ||
    headerValues(rawHeaders, 'content-length').some((length) => length !== '0')
  );
}
