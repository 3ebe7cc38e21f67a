import { ApiError, type ApiErrorKind } from '../../contract/ApiError.ts';
import { isCount, isObject } from '../../contract/json.ts';
import type { Ask } from '../sweep/Ask.ts';
import type { Round } from './Round.ts';

/** What tabs say of another form is not heard: it is of an older or a newer page. */
const PAGE_MESSAGE_FORM = 1;

/** Longer answers are not handed on. Characters. */
export const LONGEST_TEXT = 8 * 1024 * 1024;
/** What is kept of the words of a failure. Characters, and lines. */
const MOST_WORDS = 2000;
const MOST_LINES = 50;
const LONGEST_WAIT_MS = 5 * 60_000;

/** One call of one tab. */
export interface Call {
  /** The tab's name, made up at its start. */
  readonly from: string;
  readonly ask: Ask;
  readonly round: Round;
  /** Orders the calls of all tabs: an answer is as old as its call. */
  readonly stamp: number;
  /** When it was sent, milliseconds since the epoch. */
  readonly sentAt: number;
}

/** A call and what it brought. */
export interface SharedAnswer extends Call {
  /** The body, with the token masked. */
  readonly text: string;
  /** A stamp of the moment it was here. */
  readonly mark: number;
  /** The `Date` it came with, null without. */
  readonly date: number | null;
}

/**
 * What the tabs of one list say to each other; none of it holds the token. `hello`: a tab was
 * opened. `here`: the one that leads has told it what it holds. `call`: a call was sent, said again
 * each second. `failed`: with why, or null for one that was called off.
 */
export type PageMessage =
  | { readonly type: 'hello' }
  | { readonly type: 'here' }
  | { readonly type: 'call'; readonly call: Call }
  | { readonly type: 'answer'; readonly answer: SharedAnswer }
  | { readonly type: 'failed'; readonly call: Call; readonly error: ApiError | null };

/** Reads what came over the line; null for anything else. Never throws. */
export function parsePageMessage(data: unknown): PageMessage | null {
  if (!isObject(data)) return null;
  const said: RawMessage = data;
  if (said.form !== PAGE_MESSAGE_FORM) return null;
  if (said.type === 'hello' || said.type === 'here') return { type: said.type };
  const call = parseCall(said.call);
  if (call === null) return null;
  if (said.type === 'call') return { type: 'call', call };
  if (said.type === 'failed') return { type: 'failed', call, error: parseError(said.error) };
  const { text, mark, date } = said;
  if (said.type !== 'answer' || typeof text !== 'string' || text.length > LONGEST_TEXT) return null;
  if (!isStamp(mark) || mark < call.stamp) return null;
  return { type: 'answer', answer: { ...call, text, mark, date: isStamp(date) ? date : null } };
}

/** A message as it is said. */
export function pageMessage(message: PageMessage): object {
  const form = PAGE_MESSAGE_FORM;
  if (message.type === 'answer') {
    const { text, mark, date, ...call } = message.answer;
    return { form, type: 'answer', call, text, mark, date };
  }
  if (message.type !== 'failed' || message.error === null) return { form, ...message };
  const { kind, status, details, retryAfterMs, requestId } = message.error;
  const error = { kind, status, details, retryAfterMs, requestId, message: message.error.message };
  return { form, type: 'failed', call: message.call, error };
}

interface RawMessage {
  readonly form?: unknown;
  readonly type?: unknown;
  readonly call?: unknown;
  readonly error?: unknown;
  readonly text?: unknown;
  readonly mark?: unknown;
  readonly date?: unknown;
}

interface RawCall {
  readonly from?: unknown;
  readonly ask?: unknown;
  readonly round?: unknown;
  readonly stamp?: unknown;
  readonly sentAt?: unknown;
}

interface RawError {
  readonly kind?: unknown;
  readonly status?: unknown;
  readonly message?: unknown;
  readonly details?: unknown;
  readonly retryAfterMs?: unknown;
  readonly requestId?: unknown;
}

function parseCall(data: unknown): Call | null {
  if (!isObject(data)) return null;
  const { from, ask, round, stamp, sentAt }: RawCall = data;
  if (typeof from !== 'string' || from.length > 100 || !isObject(ask)) return null;
  const { offset, limit }: { readonly offset?: unknown; readonly limit?: unknown } = ask;
  if (!isCount(offset) || !isCount(limit) || limit === 0) return null;
  if (!isRound(round) || !isStamp(stamp) || !isStamp(sentAt)) return null;
  return { from, ask: { offset, limit }, round, stamp, sentAt };
}

function parseError(data: unknown): ApiError | null {
  if (!isObject(data)) return null;
  const { kind, status, message, details, retryAfterMs, requestId }: RawError = data;
  if (!isKind(kind) || typeof message !== 'string') return null;
  const lines: readonly unknown[] = Array.isArray(details) ? details.slice(0, MOST_LINES) : [];
  return new ApiError({
    kind,
    status: isCount(status) ? status : null,
    message: message.slice(0, MOST_WORDS),
    details: lines
      .filter((line) => typeof line === 'string')
      .map((line) => line.slice(0, MOST_WORDS)),
    retryAfterMs: isStamp(retryAfterMs) ? Math.min(retryAfterMs, LONGEST_WAIT_MS) : null,
    requestId: typeof requestId === 'string' ? requestId.slice(0, MOST_WORDS) : null,
  });
}

function isStamp(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;
}

const ROUNDS = {
  first: true,
  walk: true,
  close: true,
  poll: true,
  range: true,
} as const satisfies Record<Round, true>;

function isRound(value: unknown): value is Round {
  return typeof value === 'string' && Object.hasOwn(ROUNDS, value);
}

const KINDS = {
  offline: true,
  timeout: true,
  unauthorized: true,
  forbidden: true,
  payment: true,
  missing: true,
  invalid: true,
  refused: true,
  server: true,
  limited: true,
  quota: true,
  intercepted: true,
  unreadable: true,
  unexpected: true,
} as const satisfies Record<ApiErrorKind, true>;

function isKind(value: unknown): value is ApiErrorKind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}
