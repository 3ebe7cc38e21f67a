import { SignInScreen } from '../frame/SignInScreen.tsx';
import { useLastAnswer } from './useLastAnswer.ts';

/** A wall whose token was refused: nothing else is shown, but what to do, as large as the wall. */
export function WallRefused() {
  const last = useLastAnswer();
  return (
    <div className="absolute inset-0 z-40 flex flex-col items-center justify-center-safe gap-[3vmin] overflow-auto bg-canvas p-[2.5vmin] compact:fixed">
      <div
        role="alert"
        className="max-w-[30em] text-center text-[length:max(1.25rem,5vmin)] leading-tight text-balance"
      >
        <p className="tone-bad font-semibold text-tone">
          Signed out: the API refused this token (401)
        </p>
        <p className="mt-[0.3em] text-[0.75em] text-muted">
          {last !== null && `The last answer came at ${last}. `}
          Paste a new token, and the wall goes on.
        </p>
      </div>
      <div className="flex w-full justify-center [@media(60rem<=height<110rem)_and_(width>=60rem)]:[zoom:1.4] [@media(height>=110rem)_and_(width>=110rem)]:[zoom:2.8]">
        <SignInScreen compact />
      </div>
    </div>
  );
}
