import { useLayoutEffect, useRef, useState } from 'react';
import { formatCount } from '../../lib/number.ts';
import { stripAnsi } from '../../lib/stripAnsi.ts';
import { makeVisible } from '../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';

const FOLD_AFTER = 12;
/** Twelve lines can be long as well: no one reads more of them before they have seen the end. */
const FOLD_AFTER_CHARACTERS = 4000;
const MOST_CHARACTERS = 100_000;
/** The rest of a character that was cut in two. */
const HALF = /^[\udc00-\udfff]/;

export interface ErrorTextProps {
  readonly message: string;
  /** It is of an attempt that was built again: it is shown, and no fault any more. */
  readonly isPast?: boolean;
}

/**
 * An error message whole: folded past twelve lines, terminal codes removed, to be copied. What it
 * ends with stays in sight when it is unfolded.
 */
export function ErrorText({ message, isPast = false }: ErrorTextProps) {
  const [unfolded, setUnfolded] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  // Where the lines stand is known once they, and what is around them, are laid out.
  useLayoutEffect(() => {
    if (!unfolded) return;
    return afterLayout(() => end.current?.scrollIntoView({ block: 'nearest' }));
  }, [unfolded]);
  const whole = stripAnsi(message).replace(/\r\n?/g, '\n').trim();
  const cut = whole.length > MOST_CHARACTERS;
  const visible = makeVisible(whole.slice(0, MOST_CHARACTERS), true);
  const lines = visible.split('\n');
  const foldable = lines.length > FOLD_AFTER || visible.length > FOLD_AFTER_CHARACTERS;
  const folded = !unfolded && foldable;
  const last = lines.slice(-FOLD_AFTER).join('\n');
  const isCut = last.length > FOLD_AFTER_CHARACTERS;
  const shown = !folded
    ? visible
    : isCut
      ? `…${last.slice(-FOLD_AFTER_CHARACTERS).replace(HALF, '')}`
      : last;
  return (
    <div
      className={classes(
        isPast ? 'tone-stopped' : 'tone-bad',
        'relative rounded-md border border-tone bg-tone-soft',
      )}
    >
      {isPast && (
        <p className="px-3 pt-1.5 text-sm text-muted">
          Of an earlier attempt: a newer one of this type is in the build.
        </p>
      )}
      <div className="absolute top-1 right-1">
        <CopyButton text={whole} what="error" />
      </div>
      {folded && (
        <div className="px-2 pt-1.5">
          <Button variant="plain" onClick={() => setUnfolded(true)}>
            {lines.length > FOLD_AFTER
              ? `Show all ${formatCount(lines.length)} lines`
              : `Show all ${formatCount(visible.length)} characters`}
          </Button>
          <span className="text-sm text-muted"> the end:</span>
        </div>
      )}
      <pre
        aria-label="Error message"
        role="region"
        className="py-2 pr-9 pl-3 font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere"
      >
        {shown}
      </pre>
      <div ref={end} className="h-px" />
      {unfolded && foldable && (
        <div className="px-2 pb-1.5">
          <Button variant="plain" onClick={() => setUnfolded(false)}>
            Show the end alone
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

/** Calls in the second frame from now: in the first one the table learns how high this is. */
function afterLayout(run: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run);
  });
  return () => cancelAnimationFrame(frame);
}
