import { useRef, useState } from 'react';
// Loaded with the sign-in, so that it is here when the network goes.
import '../admit.ts';
import type { Pasted } from '../admit.ts';
import { describeProblem } from '../describeProblem.ts';
import type { SignInProblem } from '../SignInProblem.ts';
import { useSessionStore } from '../useSession.ts';

/** Where an attempt to sign in stands. `attempt` counts up, so that a repeated problem is new. */
export type SignInProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'problem'; readonly problem: SignInProblem; readonly attempt: number };

/** Null: an edit, a newer attempt or a sign-out came in between. */
export type SignInOutcome = 'accepted' | SignInProblem | null;

const IDLE: SignInProgress = { kind: 'idle' };

/** One attempt to sign in at a time: a new one, or an edit, ends the one before. */
export function useSignIn() {
  const session = useSessionStore();
  const running = useRef<AbortController | null>(null);
  const attempts = useRef(0);
  const [progress, setProgress] = useState<SignInProgress>(IDLE);

  const cancel = () => {
    running.current?.abort();
    running.current = null;
    setProgress(IDLE);
  };

  const report = (problem: SignInProblem) => {
    attempts.current += 1;
    setProgress({ kind: 'problem', problem, attempt: attempts.current });
  };

  const signIn = async ({ token, team }: Pasted, remember: boolean): Promise<SignInOutcome> => {
    cancel();
    const own = new AbortController();
    running.current = own;
    setProgress({ kind: 'checking' });
    try {
      await session.signIn(token, remember, own.signal, team);
    } catch (error) {
      if (running.current !== own) return null;
      if (isAbort(error)) {
        setProgress(IDLE);
        return null;
      }
      const problem = describeProblem(error);
      report(problem);
      return problem;
    }
    setProgress(IDLE);
    return 'accepted';
  };

  return { progress, signIn, cancel, report };
}

/** A newer attempt or a sign-out came in between. */
function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
