import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorKind } from '../contract/ApiError.ts';
import { describeProblem } from './describeProblem.ts';
import { SignInProblem, type SignInProblemKind } from './SignInProblem.ts';

const fail = (kind: ApiErrorKind, retryAfterMs: number | null = null) =>
  new ApiError({
    kind,
    status: null,
    message: 'It happened.',
    details: ['limit: no'],
    retryAfterMs,
  });

describe('a sign-in that fails', () => {
  it.each<[ApiErrorKind, SignInProblemKind]>([
    ['offline', 'unreachable'],
    ['timeout', 'unreachable'],
    ['unauthorized', 'refused'],
    ['forbidden', 'forbidden'],
    ['payment', 'payment'],
    ['missing', 'missing'],
    ['invalid', 'nonsense'],
    ['refused', 'nonsense'],
    ['server', 'failing'],
    ['limited', 'limited'],
    ['quota', 'limited'],
    ['intercepted', 'intercepted'],
    ['unreadable', 'nonsense'],
    ['unexpected', 'nonsense'],
  ])('by %s is told as %s, with what to do', (from, to) => {
    const problem = describeProblem(fail(from));
    expect(problem).toBeInstanceOf(SignInProblem);
    expect(problem.kind).toBe(to);
    expect(problem.message).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
    expect(problem.details).toEqual(['limit: no']);
    if (from !== 'unauthorized') expect(problem.message).toContain('It happened.');
  });

  it('by 401 says what can be wrong with a token', () => {
    expect(describeProblem(fail('unauthorized')).message).toBe(
      'The API refused this token (401). Check that it is whole, still valid and allowed to read images, or paste another one.',
    );
  });

  it('says how long to wait where the API does', () => {
    expect(describeProblem(fail('limited', 12_000)).message).toBe(
      'It happened. Try again in 12 s.',
    );
    expect(describeProblem(fail('limited')).message).toBe('It happened. Try again in a moment.');
    expect(describeProblem(fail('quota', 12_000)).message).not.toContain('12 s');
  });

  it('calls a token spent only where the API judged it', () => {
    const spent = (kind: ApiErrorKind) => describeProblem(fail(kind)).spent;
    expect([spent('unauthorized'), spent('forbidden')]).toEqual([true, true]);
    for (const kind of ['offline', 'limited', 'unreadable', 'intercepted'] as const) {
      expect(spent(kind)).toBe(false);
    }
  });

  it('does not quote an error of the browser, whose text can hold the token', () => {
    const problem = describeProblem(new TypeError('Invalid header value: "Bearer s3cret"'));
    expect(problem.kind).toBe('nonsense');
    expect(problem.message).toBe('The token could not be checked. Try again in a moment.');
    expect(problem.cause).toBeUndefined();
    expect(problem.details).toEqual([]);
  });

  it('is passed on as it is where it is told already', () => {
    const problem = new SignInProblem('malformed', 'There is a tab.');
    expect(describeProblem(problem)).toBe(problem);
  });
});
