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
 * (which stops DNS rebinding), a target that is a plain path of this origin, no body and no
 * expectation (which only a body has use for).
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
  return null;
}

function hasBody(rawHeaders: readonly string[]): boolean {
  return (
    headerValues(rawHeaders, 'transfer-encoding').length > 0 ||
    headerValues(rawHeaders, 'content-length').some((length) => length !== '0')
  );
}
