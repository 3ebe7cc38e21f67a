/**
 * Why a sign-in did not come about.
 *
 * - `malformed`: not a token that can be sent; the API was not asked
 * - `refused`: 401
 * - `forbidden`: 403, a good token that may not list image builds
 * - `team`: it is about the team id: none that can be sent, or one that the API does not accept
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
  | 'team'
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
