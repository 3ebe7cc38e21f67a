import { useId } from 'react';
import { isLoopback } from './isLoopback.ts';

/** Whether the token may outlive the tab, and what that means. */
export function RememberChoice({
  remember,
  onChange,
}: {
  readonly remember: boolean;
  readonly onChange: (remember: boolean) => void;
}) {
  const { host } = window.location;
  const id = useId();
  const meaning = useId();
  return (
    <div className="mt-4 flex gap-2.5">
      <input
        checked={remember}
        onChange={(event) => onChange(event.target.checked)}
        id={id}
        type="checkbox"
        aria-describedby={meaning}
        className="mt-0.5 size-4 shrink-0 accent-accent max-sm:size-5"
      />
      <div>
        <label htmlFor={id} className="max-sm:block max-sm:pb-1">
          Remember on this device
        </label>
        <p id={meaning} className="text-muted text-sm">
          Stores the token in this browser until you sign out. Not for a shared computer.
          {isLoopback(host) &&
            ` ${host} belongs to this whole computer: another program that uses it later can read the token.`}
        </p>
      </div>
    </div>
  );
}
