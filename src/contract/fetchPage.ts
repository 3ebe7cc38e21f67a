import { nextTask } from '../lib/tasks/nextTask.ts';
import { ApiError, type ApiErrorKind } from './ApiError.ts';
import { answerError, isWebPage } from './answerError.ts';
import type { Page } from './build.ts';
import { errorMessage, unreadableMessage } from './errorMessage.ts';
import { isCount } from './json.ts';
import { maskToken } from './maskToken.ts';
import { parsePage } from './parsePage.ts';
import { readBody } from './readBody.ts';
import { pageFolder } from './served/pageFolder.ts';
import { isTeamId } from './teamId.ts';

/** The one path of the API; the gateway serves it beside the page. */
export const BUILDS_PATH = '/api/v1/images/builds';

/** From the call to the last byte of its answer. Milliseconds. */
export const TIMEOUT_MS = 35_000;

/** How long the words of a failure are waited for; its status is known by then. Milliseconds. */
const ERROR_BODY_MS = 5000;

/** The same for a 401: a session does not long outlive its token for the sake of a slow body. */
const REFUSAL_BODY_MS = 1000;

/** The largest body that is read: the gateway passes no more. Bytes. */
const LARGEST_BODY = 32 * 1024 * 1024;

/** A body that takes about a frame to deal with. Characters. */
const LARGE_BODY = 100_000;

/** What one call asks for. The token goes into the Authorization header and nowhere else. */
export interface PageRequest {
  readonly token: string;
  readonly offset: number;
  readonly limit: number;
  /** Whose builds: those of this team, see `isTeamId`; the caller's own where it is left out. */
  readonly teamId?: string | undefined;
  readonly signal?: AbortSignal;
  /** Called when the whole answer is here and is still to be read: the line is free again. */
  readonly onArrived?: () => void;
  /** Called with the `Date` of a good answer, where it has one. Milliseconds since the epoch. */
  readonly onDate?: (date: number) => void;
  /** Called with the body of a good answer, in which the token is masked. */
  readonly onText?: (text: string) => void;
}

/**
 * Asks for one page of builds and reads it. The answer is never cached, no cookie is sent, no
 * redirect is followed. Where text from the API holds the token, it comes masked.
 *
 * @throws ApiError for every failure but the caller's own abort, which throws the signal's reason.
 */
export async function fetchPage(request: PageRequest): Promise<Page> {
  const { signal } = request;
  if (signal?.aborted) throw signal.reason;
  checkRequest(request);

  const call = new AbortController();
  const abort = () => call.abort();
  signal?.addEventListener('abort', abort);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, TIMEOUT_MS);
  try {
    const page = await answer(request, call);
    if (signal?.aborted) throw signal.reason;
    return page;
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof ApiError) throw error;
    // Not passed on as the cause: an engine's own words may quote what was sent.
    throw plainError(late ? 'timeout' : 'offline');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** Rejects with an ApiError for what was answered, with anything else for no whole answer. */
async function answer(request: PageRequest, call: AbortController): Promise<Page> {
  const { token, offset, limit, teamId } = request;
  const team = teamId === undefined ? '' : `&teamId=${teamId}`;
  const path = pageFolder() + BUILDS_PATH.slice(1);
  const response = await fetch(`${path}?offset=${offset}&limit=${limit}${team}`, {
    headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
    signal: call.signal,
  });
  try {
    if (response.status !== 200) throw await failure(response, request, call);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (!Number.isNaN(date)) request.onDate?.(date);
    return await success(response, request);
  } catch (error) {
    const id = response.headers.get('x-request-id');
    if (id === null || !(error instanceof ApiError)) throw error;
    throw new ApiError({ ...error, message: error.message, requestId: maskToken(id, token) });
  }
}

async function success(response: Response, request: PageRequest): Promise<Page> {
  const read = await readBody(response, LARGEST_BODY);
  if (read.end === 'broken') throw new Error('broken off');
  if (read.end === 'large') throw unreadable('it is over 32 MiB');
  if (read.text.trim() === '') throw unreadable('it is empty');
  request.onArrived?.();
  // A large page is read, taken apart and handed on in a task each: one alone would hold a frame.
  const large = read.text.length > LARGE_BODY;
  if (large) await nextTask();
  let body: unknown;
  try {
    const text = maskToken(read.text, request.token);
    body = JSON.parse(text);
    request.onText?.(text);
  } catch {
    // The words of the JSON reader quote the body, so they are not passed on.
    const webPage = isWebPage(response.headers.get('content-type'), read.text);
    throw unreadable(webPage ? 'it is a web page' : 'it is no JSON, or broke off');
  }
  const page = parsePage(body, request);
  if (large) await nextTask();
  return page;
}

async function failure(
  response: Response,
  { token }: PageRequest,
  call: AbortController,
): Promise<ApiError> {
  if (response.type === 'opaqueredirect') {
    call.abort();
    return plainError('unexpected');
  }
  const wait = response.status === 401 ? REFUSAL_BODY_MS : ERROR_BODY_MS;
  const timer = setTimeout(() => call.abort(), wait);
  const { text } = await readBody(response, LARGEST_BODY);
  clearTimeout(timer);
  return answerError(response.status, response.headers, maskToken(text, token), Date.now());
}

/**
 * Refuses what `fetch` would choke on. `new Headers()` throws an error whose text holds the
 * token, so a token with anything but visible ASCII must not get there.
 */
function checkRequest({ token, offset, limit, teamId }: PageRequest): void {
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
  if (teamId !== undefined && !isTeamId(teamId)) {
    throw new ApiError({
      kind: 'invalid',
      status: null,
      message: 'A team id is c and 24 of 0-9a-z.',
    });
  }
}

function plainError(kind: ApiErrorKind): ApiError {
  return new ApiError({ kind, status: null, message: errorMessage(kind, null) });
}

function unreadable(problem: string): ApiError {
  return new ApiError({ kind: 'unreadable', status: 200, message: unreadableMessage(problem) });
}
