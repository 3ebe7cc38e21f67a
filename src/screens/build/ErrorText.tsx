import { useState } from 'react';
import { formatCount } from '../../lib/number.ts';
import { stripAnsi } from '../../lib/stripAnsi.ts';
import { makeVisible } from '../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';

const FOLD_AFTER = 12;
const MOST_CHARACTERS = 100_000;

/** An error message whole: folded past twelve lines, terminal codes removed, to be copied. */
export function ErrorText({ message }: { readonly message: string }) {
  const [unfolded, setUnfolded] = useState(false);
  const whole = stripAnsi(message).replace(/\r\n?/g, '\n').trim();
  const cut = whole.length > MOST_CHARACTERS;
  const lines = makeVisible(whole.slice(0, MOST_CHARACTERS), true).split('\n');
  const folded = !unfolded && lines.length > FOLD_AFTER;
  const shown = folded ? lines.slice(-FOLD_AFTER) : lines;
  return (
    <div className="tone-bad relative rounded-md border border-tone bg-tone-soft">
      <div className="absolute top-1 right-1">
        <CopyButton text={whole} what="error" />
      </div>
      {folded && (
        <div className="px-2 pt-1.5">
          <Button variant="plain" onClick={() => setUnfolded(true)}>
            Show all {formatCount(lines.length)} lines
          </Button>
          <span className="text-sm text-muted"> the last {FOLD_AFTER}:</span>
        </div>
      )}
      <pre
        tabIndex={0}
        aria-label="Error message"
        role="region"
        className="max-h-96 overflow-auto py-2 pr-9 pl-3 font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere"
      >
        {shown.join('\n')}
      </pre>
      {unfolded && lines.length > FOLD_AFTER && (
        <div className="px-2 pb-1.5">
          <Button variant="plain" onClick={() => setUnfolded(false)}>
            Show the last {FOLD_AFTER} lines
          </Button>
        </div>
      )}
      {cut && (
        <p className="px-3 pb-2 text-sm text-muted">
          Cut at {formatCount(MOST_CHARACTERS)} of {formatCount(whole.length)} characters; copying
          gives all of it.
        </p>
      )}
    </div>
  );
}
