import { ApiError, type ApiErrorKind } from './ApiError.ts';
import { errorDetails } from './errorDetails.ts';
import { errorMessage } from './errorMessage.ts';
import { retryAfter } from './retryAfter.ts';

/**
 * The failure that an answer other than 200 is.
 *
 * `text` is its body, or as much of it as came, with the token already masked; `now` is in
 * milliseconds since the epoch. Bodies that are web pages are never quoted, and where one comes
 * instead of a refusal, the refusal is not the API's: neither the token nor the request is blamed.
 */
export function answerError(status: number, headers: Headers, text: string, now: number): ApiError {
  const webPage = isWebPage(headers.get('content-type'), text);
  const details = webPage ? [] : detailsOf(text);
  const foreign = webPage || details.includes(WEB_PAGE_CAME);
  const own = status === 429 ? kindOf429(details) : kindOf(status);
  const kind = foreign && JUDGES.has(own) ? 'intercepted' : own;
  const waits = kind === 'limited' || kind === 'server';
  return new ApiError({
    kind,
    status,
    message:
      webPage && status >= 500 && kind === 'server'
        ? `HTTP ${status} from a proxy, not from the API.`
        : errorMessage(kind, status),
    details: kind === 'intercepted' ? [] : details,
    retryAfterMs: waits ? retryAfter(headers.get('retry-after'), headers.get('date'), now) : null,
  });
}

/**
 * What the gateway says in place of a web page that came instead of a refusal. The page knows it
 * by these words, since only JSON crosses the gateway.
 */
export const WEB_PAGE_CAME = 'A web page came instead of an answer of the API.';

/** The kinds by which the API says that a token or a request is no good. */
const JUDGES: ReadonlySet<ApiErrorKind> = new Set([
  'unauthorized',
  'payment',
  'forbidden',
  'missing',
  'invalid',
  'refused',
]);

/** True for HTML or XML by its type or by its looks: the page of a proxy or of a portal. */
export function isWebPage(contentType: string | null, text: string): boolean {
  return /\bhtml\b/i.test(contentType ?? '') || /^\s*</.test(text);
}

const KINDS: ReadonlyMap<number, ApiErrorKind> = new Map([
  [401, 'unauthorized'],
  [402, 'payment'],
  [403, 'forbidden'],
  [404, 'missing'],
  [405, 'missing'],
  [408, 'server'],
  [422, 'invalid'],
  [425, 'server'],
  [501, 'missing'],
]);

function kindOf(status: number): ApiErrorKind {
  const kind = KINDS.get(status);
  if (kind !== undefined) return kind;
  if (status >= 500 && status <= 599) return 'server';
  return status >= 400 && status <= 499 ? 'refused' : 'unexpected';
}

/** "Image limit exceeded" is a quota; "rate limit exceeded", or nothing said, passes by itself. */
function kindOf429(details: readonly string[]): ApiErrorKind {
  const said = details.join(' ');
  if (/\brate\b|rate.?limit|\brequests?\b|throttl/i.test(said)) return 'limited';
  return /\bquota\b|\blimit (was |has been )?(exceeded|reached)/i.test(said) ? 'quota' : 'limited';
}

/** A body that began as JSON and is none broke off: half an object is not worth showing. */
function detailsOf(text: string): string[] {
  try {
    return errorDetails(JSON.parse(text));
  } catch {
    return /^\s*[{["]/.test(text) ? [] : errorDetails(text);
  }
}
