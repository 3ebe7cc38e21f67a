import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { isComposing } from '../../lib/isComposing.ts';
import { formatCount } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { LogText } from './log/LogText.tsx';
import { LogTools } from './log/LogTools.tsx';
import { useLineWrap } from './log/lineWrap.ts';
import { MOST_IN_FOLDED_LINE, MOST_IN_LINE } from './log/logSpan.ts';
import { type Log, useLog } from './log/useLog.ts';

export interface ErrorTextProps {
  readonly message: string;
  /** It is of an attempt that was built again: it is shown, and no fault any more. */
  readonly isPast?: boolean;
  /** What the list was searched for, as it was typed: it is marked, and gone to. */
  readonly searched?: readonly string[];
}

const NOTHING: readonly string[] = [];

/**
 * An error message line by line, terminal codes removed, to be found in and copied. A long one is
 * folded around the line that says what went wrong, which stays in sight when it is unfolded.
 */
export function ErrorText({ message, isPast = false, searched = NOTHING }: ErrorTextProps) {
  const narrow = useMediaQuery(NARROW);
  const log = useLog(message, searched, narrow);
  const { lines, foldable, folded } = log;
  // On a phone the error comes first; once it is unfolded its end may be far.
  const below = narrow && folded;
  const tools = foldable && <LogTools log={log} />;
  const copy = <CopyButton text={() => lines.from(0)} what="error" />;
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
      {foldable ? (
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 px-2 pt-1.5">
          <Fold log={log} />
          <span className="flex flex-wrap items-center gap-1">
            {!below && tools}
            {copy}
          </span>
        </div>
      ) : (
        <div className="absolute top-1 right-1 z-1">{copy}</div>
      )}
      <Shown log={log} />
      {below && <div className="px-2 pb-1.5">{tools}</div>}
    </div>
  );
}

function Fold({ log }: { readonly log: Log }) {
  const { lines, folded, span } = log;
  const isPart = folded || span.from > 0 || span.to < lines.count;
  return (
    <span className="flex flex-wrap items-center">
      {folded ? (
        <Button variant="plain" onClick={log.unfold}>
          {span.to - span.from < lines.count
            ? `Show all ${formatCount(lines.count)} lines`
            : `Show all ${formatCount(charactersOf(lines))} characters`}
        </Button>
      ) : (
        <Button variant="plain" onClick={log.fold}>
          Show the error alone
        </Button>
      )}
      {isPart && span.to - span.from < lines.count && (
        <span className="text-sm text-muted tabular-nums">
          lines {formatCount(span.from + 1)} to {formatCount(span.to)}
          {folded ? ':' : `: Find looks through all ${formatCount(lines.count)}`}
        </span>
      )}
    </span>
  );
}

/** The lines, and the way to those before and after them. */
function Shown({ log }: { readonly log: Log }) {
  const { lines, span, folded, foldable, picked, cursor } = log;
  const [wraps] = useLineWrap();
  const [said, setSaid] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey)
      return;
    const line = lineFor(event.key, log.line, span);
    if (line === null) return;
    event.preventDefault();
    log.goTo(line);
    setSaid(`${line + 1}: ${makeVisible(lines.at(line).slice(0, 300))}`);
  };
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || window.getSelection()?.isCollapsed === false) return;
    const line = Number(target.closest('[data-line]')?.getAttribute('data-line'));
    if (line > 0) log.goTo(line - 1);
  };
  return (
    <>
      {!folded && span.from > 0 && <More onClick={log.showEarlier}>Show earlier lines</More>}
      {/* A Tab stop: the arrow keys move by lines, and sideways where they are not broken. */}
      <div
        ref={log.box}
        role="region"
        aria-label="Error message"
        translate="no"
        tabIndex={0}
        onKeyDown={foldable ? onKeyDown : undefined}
        onClick={foldable ? onClick : undefined}
        className={classes(
          'rounded-md py-2 font-mono text-xs leading-5 focus-visible:-outline-offset-2',
          wraps ? 'whitespace-pre-wrap wrap-anywhere' : 'overflow-x-auto whitespace-pre',
          !foldable && 'pr-7',
        )}
      >
        <div className={wraps ? '' : 'w-max min-w-full'}>
          <LogText
            lines={lines}
            span={log.drawn.span}
            picked={picked}
            cursor={cursor}
            marks={log.drawn.marks}
            mostInLine={folded ? MOST_IN_FOLDED_LINE : MOST_IN_LINE}
          />
        </div>
      </div>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      {!folded && span.to < lines.count && <More onClick={log.showLater}>Show later lines</More>}
    </>
  );
}

function More({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <div className="px-2 py-1">
      <Button variant="plain" onClick={onClick}>
        {children}
      </Button>
    </div>
  );
}

/** Where a key goes from a line; null for a key that means nothing here. */
function lineFor(key: string, from: number, span: Log['span']): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(span.to - 1, from + 1);
    case 'ArrowUp':
      return Math.max(span.from, from - 1);
    case 'Home':
      return span.from;
    case 'End':
      return span.to - 1;
    default:
      return null;
  }
}

function charactersOf(lines: Log['lines']): number {
  let characters = lines.count - 1;
  for (let at = 0; at < lines.count; at += 1) characters += lines.lengthOf(at);
  return characters;
}
