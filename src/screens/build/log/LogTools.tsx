import { ChevronDown, ChevronUp } from 'lucide-react';
import { isComposing } from '../../../lib/isComposing.ts';
import { formatCount } from '../../../lib/number.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { useCopy } from '../../../ui/clipboard/useCopy.ts';
import { MOST_HITS } from './LogSearch.ts';
import { useLineWrap } from './lineWrap.ts';
import type { Log } from './useLog.ts';

const STEP =
  'grid size-7 place-items-center rounded text-muted hover:bg-hover hover:text-ink disabled:opacity-40 max-sm:size-11';

/** What can be done with a log: find in it, break its long lines or not, copy from a line on. */
export function LogTools({ log }: { readonly log: Log }) {
  const [wraps, setWraps] = useLineWrap();
  const [copied, copy] = useCopy();
  const { lines, line: from, search, goOn } = log;
  const isNone = search.count === 0;
  return (
    <div className="flex flex-wrap items-center gap-1">
      <span className="flex items-center rounded-md border border-edge bg-raised">
        <input
          type="search"
          aria-label="Find in this error"
          placeholder="Find"
          autoComplete="off"
          spellCheck={false}
          value={search.text}
          onChange={(event) => log.find(event.target.value)}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter') goOn(event.shiftKey ? -1 : 1);
            else if (event.key === 'Escape' && search.text !== '') log.find('');
            else return;
            event.preventDefault();
          }}
          className="h-6.5 w-36 rounded-md bg-transparent px-2 text-sm max-sm:h-11 max-sm:w-32"
        />
        <span role="status" className="text-sm whitespace-nowrap text-muted tabular-nums">
          {hitsText(search)}
        </span>
        <button
          type="button"
          aria-label="Previous hit"
          className={STEP}
          disabled={isNone}
          onClick={() => goOn(-1)}
        >
          <ChevronUp aria-hidden="true" className="size-4" />
        </button>
        <button
          type="button"
          aria-label="Next hit"
          className={STEP}
          disabled={isNone}
          onClick={() => goOn(1)}
        >
          <ChevronDown aria-hidden="true" className="size-4" />
        </button>
      </span>
      <Button
        aria-pressed={wraps}
        className={classes(wraps && 'border-accent bg-chosen')}
        onClick={() => setWraps(!wraps)}
      >
        Wrap lines
      </Button>
      <Button
        variant="plain"
        title="Click a line, or move with the arrow keys, to copy from there"
        onClick={() => void copy(() => lines.from(from), `the error from line ${from + 1} on`)}
      >
        {copied === 'copied' ? 'Copied' : 'Copy'} from line {formatCount(from + 1)}
      </Button>
      <span className="sr-only" aria-live="polite">
        {copied === 'copied' && `Copied from line ${from + 1} on`}
      </span>
    </div>
  );
}

function hitsText({ text, at, count, done }: Log['search']): string {
  if (text.trim() === '') return '';
  if (count === 0) return done ? 'not in it' : 'looking';
  const more = count >= MOST_HITS || !done ? '+' : '';
  return `${formatCount(at + 1)} of ${formatCount(count)}${more}`;
}
