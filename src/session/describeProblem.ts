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

/** What the API means where it was asked for a team's builds: the token itself may be good. */
const TEAM_REFUSALS: Readonly<Partial<Record<number, string>>> = {
  400: 'The API did not accept the request for this team (400).',
  403: 'This token may not list the builds of this team (403).',
  404: 'The API knows no such team, or has no image builds (404).',
  422: 'The API did not accept this team id (422).',
};
const TEAM_ADVICE = 'Check the team id, or leave it empty for your own builds.';

/**
 * Says for a failed check of a token what happened and what to do. An error that is not an
 * `ApiError` is not quoted: its text may hold the token.
 *
 * @param teamId the team whose builds were asked for, null for the token's own
 */
export function describeProblem(error: unknown, teamId: string | null = null): SignInProblem {
  if (error instanceof SignInProblem) return error;
  if (!(error instanceof ApiError)) {
    return new SignInProblem('nonsense', `The token could not be checked. ${AGAIN}`);
  }
  const refusal = teamId === null ? undefined : TEAM_REFUSALS[error.status ?? 0];
  if (refusal !== undefined && error.kind !== 'intercepted') {
    return new SignInProblem('team', `${refusal} ${TEAM_ADVICE}`, error.details);
  }
  const { kind, sentence = error.message, advice } = LOOKS[error.kind];
  const wait = error.kind === 'limited' ? error.retryAfterMs : null;
  const action = wait === null ? advice : `Try again in ${formatSpan(wait)}.`;
  return new SignInProblem(kind, `${sentence} ${action}`, error.details);
}
