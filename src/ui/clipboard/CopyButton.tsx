import { Check, Copy, X } from 'lucide-react';
import { classes } from '../classes.ts';
import { type CopiedText, useCopy } from './useCopy.ts';

export interface CopyButtonProps {
  readonly text: CopiedText;
  /** What is copied, such as `image path`: the button is called `Copy image path`. */
  readonly what: string;
  readonly className?: string;
}

const ICON = { idle: Copy, copied: Check, refused: X };
const SAID = { idle: '', copied: 'Copied', refused: 'Not copied' };

/** Copies one text; says so beside the pointer and to a screen reader. */
export function CopyButton({ text, what, className }: CopyButtonProps) {
  const [state, copy] = useCopy();
  const Icon = ICON[state];
  return (
    <button
      type="button"
      aria-label={`Copy ${what}`}
      title={SAID[state] || `Copy ${what}`}
      onClick={() => void copy(text, `the ${what}`)}
      className={classes(
        'inline-flex size-6 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:size-11',
        className,
      )}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="sr-only" aria-live="polite">
        {SAID[state]}
      </span>
    </button>
  );
}
