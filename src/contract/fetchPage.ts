import { ApiError, type ApiErrorKind } from './ApiError.ts';
import { answerError, isWebPage } from './answerError.ts';
import type { Page } from './build.ts';
import { errorMessage, UNREADABLE } from './errorMessage.ts';
import { maskToken } from './maskToken.ts';
import { parsePage } from './parsePage.ts';
import { readBody } from './readBody.ts';

/** The one path of the API; the gateway serves it on the page's own origin. */
export const BUILDS_PATH = '/api/v1/images/builds';

/** From the call to the last byte of its answer. Milliseconds. */
export const TIMEOUT_MS = 35_000;

/** The largest body that is read: the gateway passes no more. Bytes. */
export const LARGEST_BODY = 32 * 1024 * 1024;

/** What one call asks for. The token goes into the Authorization header and nowhere else. */
export interface PageRequest {
  readonly token: string;
  readonly offset: number;
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks for one page of builds and reads it. The answer is never cached, no cookie is sent, no
 * redirect is followed. Text from the API that holds the token comes masked.
 *
 * @throws ApiError for every failure but the caller's own abort, which throws the signal's reason.
 */
export async function fetchPage(request: PageRequest): Promise<Page> {
  const { token, offset, limit, signal } = request;
  if (signal?.aborted) throw signal.reason;
  checkRequest(request);

  const ours = new AbortController();
  const abort = () => ours.abort();
  signal?.addEventListener('abort', abort, { once: true });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    ours.abort();
  }, TIMEOUT_MS);
  const brokenOff = () => {
    if (signal?.aborted) return signal.reason;
    return plainError(late ? 'timeout' : 'offline', null);
  };

  try {
    const url = `${BUILDS_PATH}?offset=${offset}&limit=${limit}`;
    const response = await fetch(url, {
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: ours.signal,
    }).catch(() => null);
    if (response === null) throw brokenOff();
    if (response.status !== 200) throw await readError(response, token);

    const body = await readBody(response, LARGEST_BODY);
    if (body.cut === 'broken') throw brokenOff();
    if (body.cut === 'large') throw unreadable(response, 'it is over 32 MiB', token);
    return readPage(response, maskToken(body.text, token), request);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }

  async function readError(response: Response, secret: string): Promise<ApiError> {
    // The status alone decides these: a session must not outlive its token for a slow body.
    const decided = response.type === 'opaqueredirect' || response.status === 401;
    if (decided) ours.abort();
    const body = decided ? null : await readBody(response, LARGEST_BODY);
    if (signal?.aborted) throw signal.reason;
    if (response.type === 'opaqueredirect') return plainError('unexpected', null);
    return answerError(
      response.status,
      response.headers,
      maskToken(body?.text ?? '', secret),
      Date.now(),
    );
  }
}

function readPage(response: Response, text: string, request: PageRequest): Page {
  if (text.trim() === '') throw unreadable(response, 'it is empty', request.token);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // The parser's own words quote the body: they are not passed on.
    const what = isWebPage(response.headers.get('content-type'), text)
      ? 'it is a web page'
      : 'it is not JSON, or broke off';
    throw unreadable(response, what, request.token);
  }
  return parsePage(body, request);
}

/**
 * What `fetch` would choke on. `new Headers()` throws an error whose text holds the token, so a
 * token with anything but visible ASCII must not get there.
 */
function checkRequest({ token, offset, limit }: PageRequest): void {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new ApiError({
      kind: 'refused',
      status: null,
      message: 'This token has characters that cannot be sent. Paste it again.',
    });
  }
  if (!isCount(offset) || !isCount(limit)) {
    throw new ApiError({
      kind: 'invalid',
      status: null,
      message: 'Offset and limit must be whole numbers, 0 or more.',
    });
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function plainError(kind: ApiErrorKind, status: number | null): ApiError {
  return new ApiError({ kind, status, message: errorMessage(kind, status) });
}

function unreadable(response: Response, problem: string, token: string): ApiError {
  const requestId = response.headers.get('x-request-id');
  return new ApiError({
    kind: 'unreadable',
    status: 200,
    message: `${UNREADABLE} ${problem}.`,
    requestId: requestId === null ? null : maskToken(requestId, token),
  });
}
