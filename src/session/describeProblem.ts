import { ApiError, type ApiErrorKind } from '../contract/ApiError.ts';
import { formatSpan } from '../lib/span.ts';
import { SignInProblem, type SignInProblemKind } from './SignInProblem.ts';

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
export function describeProblem(error: unknown): SignInProblem {
  if (error instanceof SignInProblem) return error;
  if (!(error instanceof ApiError)) {
    return new SignInProblem('nonsense', `The token could not be checked. ${AGAIN}`);
  }
  const { kind, sentence = error.message, advice } = LOOKS[error.kind];
  const wait = error.kind === 'limited' ? error.retryAfterMs : null;
  const action = wait === null ? advice : `Try again in ${formatSpan(wait)}.`;
  return new SignInProblem(kind, `${sentence} ${action}`, error.details);
}
