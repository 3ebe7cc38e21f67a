import { useEffect, useRef, useState } from 'react';
import { SignInProblem } from '../SignInProblem.ts';
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
  // Asked for while the network is there: it tells of one that is not.
  useEffect(() => void import('../describeProblem.ts').catch(() => undefined), []);

  const cancel = () => {
    running.current?.abort();
    running.current = null;
    setProgress(IDLE);
  };

  const report = (problem: SignInProblem) => {
    attempts.current += 1;
    setProgress({ kind: 'problem', problem, attempt: attempts.current });
  };

  const signIn = async (pasted: string, remember: boolean): Promise<SignInOutcome> => {
    cancel();
    const own = new AbortController();
    running.current = own;
    setProgress({ kind: 'checking' });
    try {
      await session.signIn(pasted, remember, own.signal);
    } catch (error) {
      if (running.current !== own) return null;
      if (error instanceof SignInProblem) {
        report(error);
        return error;
      }
      setProgress(IDLE);
      return null;
    }
    setProgress(IDLE);
    return 'accepted';
  };

  return { progress, signIn, cancel, report };
}
