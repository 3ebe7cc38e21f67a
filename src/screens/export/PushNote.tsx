import { useEffect, useState } from 'react';
import { pushWords } from '../../insights/images/pushWords.ts';
import { type PushSource, readPushAgain } from './readPushAgain.ts';

export interface PushNoteProps {
  readonly source: PushSource;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** How many lines for how many builds, and what was left out and why. */
export function PushNote({ source: { table, rows, images }, now }: PushNoteProps) {
  const [said, setSaid] = useState('');
  // Names are read between the browser's own tasks, which is outside of React.
  useEffect(() => {
    const leaving = new AbortController();
    readPushAgain({ table, rows, images }, now(), leaving).then(
      (push) => setSaid(pushWords(push)),
      () => undefined,
    );
    return () => leaving.abort();
  }, [table, rows, images, now]);
  return <div className="min-h-6 max-w-72 px-2 pb-0.5 text-xs text-muted">{said}</div>;
}
