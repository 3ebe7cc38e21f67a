import { useEffect, useSyncExternalStore } from 'react';
import { announcement, onAnnouncement, withdraw } from './build/announce.ts';

/** The one place where short confirmations are shown and read out. Drawn once, always there. */
export function Announcer() {
  const { text, number } = useSyncExternalStore(onAnnouncement, announcement);
  // What was said is of this account's builds: it goes with them.
  useEffect(() => () => withdraw(), []);
  return (
    <div
      role="status"
      aria-label="Confirmations"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center print:hidden"
    >
      {text !== '' && (
        <p
          key={number}
          className="max-w-xl rounded-lg border border-edge bg-raised px-3 py-2 wrap-anywhere shadow-lg"
        >
          {text}
        </p>
      )}
    </div>
  );
}
