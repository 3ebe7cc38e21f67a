import { isWebPage, WEB_PAGE_CAME } from '../../contract/answerError.ts';
import { type Answer, JSON_TYPE, refusalAnswer } from '../door/Answer.ts';
import { headerValues, onlyValue } from '../door/rawHeaders.ts';
import type { NoAnswer, RawAnswer } from './upstream.ts';

/**
 * Lets an upstream's answer cross: its status, a JSON body, Retry-After and Date. A redirect, or
 * a success that is not JSON, becomes 502 in our own words. An error that is not JSON keeps its
 * status, since 401 must still end a session and 429 must still slow the page down, and gets our
 * words for a body.
 */
export function crossingAnswer(came: RawAnswer | NoAnswer): Answer {
  if ('failure' in came) {
    const answer = FAILURES[came.failure];
    return came.why === null ? answer : { ...answer, why: came.why };
  }
  const { status, rawHeaders, body } = came;
  const headers = keptHeaders(rawHeaders);
  if (status >= 300 && status < 400) {
    const text = `The API answered with a redirect (${status}). It is not followed.`;
    return { ...inOurWords(502, text), why: `redirect:${status}` };
  }
  if (status < 200 || status > 599) {
    const text = 'The API answered with a status that HTTP does not have.';
    return { ...inOurWords(502, text), why: 'no-status' };
  }
  if (body.length === 0) return { status, body, headers };
  if (isJson(rawHeaders)) return { status, body, headers: { ...headers, ...JSON_TYPE } };
  if (status < 400) {
    const text = `The API answered ${status} with something that is not JSON.`;
    return { ...inOurWords(502, text), why: 'no-json' };
  }
  const text =
    status >= 500
      ? `HTTP ${status} from a proxy, not from the API.`
      : isWebPage(onlyValue(rawHeaders, 'content-type'), body.toString('latin1', 0, 200))
        ? WEB_PAGE_CAME
        : `The API answered ${status} without saying more.`;
  return { ...inOurWords(status, text), headers: { ...headers, ...JSON_TYPE } };
}

function inOurWords(status: number, text: string): Answer {
  return refusalAnswer({ status, text });
}

const FAILURES: Record<NoAnswer['failure'], Answer> = {
  unreachable: inOurWords(502, 'The API cannot be reached.'),
  broken: inOurWords(502, 'The API broke its answer off.'),
  slow: inOurWords(504, 'The API did not answer in time.'),
  large: inOurWords(502, 'The API answered with more than 32 MB.'),
  left: inOurWords(499, 'The client left.'),
};

/** Decoding would make a small answer large without limit, and no coding was asked for. */
function isJson(rawHeaders: readonly string[]): boolean {
  const type = onlyValue(rawHeaders, 'content-type') ?? '';
  const codings = headerValues(rawHeaders, 'content-encoding');
  return (
    /^application\/(?:[a-z0-9.-]+\+)?json *(?:;|$)/i.test(type) &&
    codings.every((coding) => /^identity$/i.test(coding))
  );
}

function keptHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['retry-after', 'date']) {
    const value = onlyValue(rawHeaders, name);
    if (value !== null && /^[\x20-\x7e]{1,64}$/.test(value)) kept[name] = value;
  }
  return kept;
}
