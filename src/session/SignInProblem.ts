import { ApiError, type ApiErrorKind } from '../contract/ApiError.ts';
import { formatSpan } from '../lib/span.ts';

/**
 * Why a sign-in did not come about.
 *
 * - `malformed`: not a token that can be sent; the API was not asked
 * - `refused`: 401
 * - `forbidden`: 403, a good token that may not list image builds
 * - `payment`: 402
 * - `limited`: 429
 * - `unreachable`: no answer, or none in time
 * - `failing`: the API answered that it failed
 * - `missing`: this server does not have the API
 * - `intercepted`: a web page of something before the API; the token was not judged
 * - `nonsense`: an answer that is not a page of builds
 */
export type SignInProblemKind =
  | 'malformed'
  | 'refused'
  | 'forbidden'
  | 'payment'
  | 'limited'
  | 'unreachable'
  | 'failing'
  | 'missing'
  | 'intercepted'
  | 'nonsense';

/** A sign-in that failed: its message is a sentence and what to do, and never holds the token. */
export class SignInProblem extends Error {
  override readonly name = 'SignInProblem';
  readonly kind: SignInProblemKind;
  /** What else the API said, as text. */
  readonly details: readonly string[];

  constructor(kind: SignInProblemKind, message: string, details: readonly string[] = []) {
    super(message);
    this.kind = kind;
    this.details = details;
  }

  /** True where another try with the same token is pointless. */
  get spent(): boolean {
    return this.kind === 'refused' || this.kind === 'forbidden';
  }
}

interface Look {
  readonly kind: SignInProblemKind;
  /** In place of the API error's own sentence. */
  readonly sentence?: string;
  readonly advice: string;
}

const AGAIN = 'Try again in a moment.';

const LOOKS: Record<ApiErrorKind, Look> = {
  offline: { kind: 'unreachable', advice: 'Then try again: the token was not judged.' },
  timeout: { kind: 'unreachable', advice: 'The token was not judged: try again.' },
  unauthorized: {
    kind: 'refused',
    sentence: 'The API refused this token (401).',
    advice: 'Check that it is whole, still valid and allowed to read images, or paste another one.',
  },
  forbidden: { kind: 'forbidden', advice: 'Use a token that is allowed to read images.' },
  payment: { kind: 'payment', advice: 'Then sign in again.' },
  missing: { kind: 'missing', advice: 'Check which API this page was started with.' },
  invalid: { kind: 'nonsense', advice: 'The token was not judged.' },
  refused: { kind: 'nonsense', advice: 'The token was not judged.' },
  server: { kind: 'failing', advice: `The token was not judged. ${AGAIN}` },
  limited: { kind: 'limited', advice: AGAIN },
  quota: { kind: 'limited', advice: 'The limits of the account tell when it can be used again.' },
  intercepted: {
    kind: 'intercepted',
    advice: 'Reload the page, in case it asks you to sign in, or ask who runs it.',
  },
  unreadable: { kind: 'nonsense', advice: 'Check which API this page was started with.' },
  unexpected: { kind: 'nonsense', advice: 'Check which API this page was started with.' },
};

/**
 * Says for a failed check of a token what happened and what to do. An error that is not an
 * `ApiError` is not quoted: its text may hold the token.
 */
export function signInProblem(error: unknown): SignInProblem {
  if (error instanceof SignInProblem) return error;
  if (!(error instanceof ApiError)) {
    return new SignInProblem('nonsense', `The token could not be checked. ${AGAIN}`);
  }
  const { kind, sentence = error.message, advice } = LOOKS[error.kind];
  const wait = error.kind === 'limited' ? error.retryAfterMs : null;
  const action = wait === null ? advice : `Try again in ${formatSpan(wait)}.`;
  return new SignInProblem(kind, `${sentence} ${action}`, error.details);
}
