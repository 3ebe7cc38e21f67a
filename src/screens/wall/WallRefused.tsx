import { SignInScreen } from '../frame/SignInScreen.tsx';

/** A wall whose token was refused: nothing else is shown, but what to do. */
export function WallRefused() {
  return (
    <div className="absolute inset-0 z-40 flex flex-col items-center gap-[3vh] overflow-auto bg-canvas p-[2.5vh] compact:fixed">
      <div
        role="alert"
        className="max-w-[30em] text-center text-[length:max(1rem,min(5vh,6vw))] leading-tight"
      >
        <p className="font-semibold">Signed out: the API refused this token (401)</p>
        <p className="text-[0.7em] text-muted">
          Paste a new token here, and the wall goes on. Tokens end: they are made where this one
          was.
        </p>
      </div>
      <SignInScreen compact />
    </div>
  );
}
