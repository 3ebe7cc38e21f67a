import { memo } from 'react';
import { formatCount, plural } from '../../lib/number.ts';
import { classes } from '../../ui/classes.ts';
import { isPlainClick } from '../../ui/isPlainClick.ts';

export interface ViewTabProps {
  readonly name: string;
  readonly href: string;
  /** What it shows, in words. */
  readonly about: string;
  /** Null while it is not known. */
  readonly count: number | null;
  readonly isNew: boolean;
  readonly isCurrent: boolean;
  readonly onOpen: (name: string) => void;
}

/** Too small to point at: the tab says what it means. */
const DOT = 'The dot: it has builds that are new since you last opened it.';

/** One view as a link: a plain click opens it here, any other is the browser's own. */
export const ViewTab = memo(function ViewTab(props: ViewTabProps) {
  const { name, href, about, count, isNew, isCurrent, onOpen } = props;
  const parts = [
    name,
    ...(count === null ? [] : [plural(count, 'build', 'builds')]),
    ...(isNew ? ['new since you last opened it'] : []),
  ];
  return (
    <a
      aria-label={parts.join(', ')}
      ref={isCurrent ? reveal : null}
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      title={`${name}: ${about}${isNew ? `\n${DOT}` : ''}`}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        onOpen(name);
      }}
      className={classes(
        'relative inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm whitespace-nowrap hover:text-ink max-sm:h-11 max-sm:px-3',
        isCurrent ? 'bg-chosen text-ink' : 'text-muted hover:bg-hover',
      )}
    >
      <bdi className="max-w-56 truncate">{name}</bdi>
      {count !== null && (
        <span className="text-xs text-muted tabular-nums">{formatCount(count)}</span>
      )}
      {isNew && (
        <span
          aria-hidden="true"
          className="absolute top-1 right-0.5 size-1.5 rounded-full bg-accent max-sm:top-2"
        />
      )}
    </a>
  );
});

/** Scrolls the line, and nothing around it, so far that all of the tab is seen. */
function reveal(tab: HTMLElement | null): void {
  const line = tab?.closest('nav');
  if (!tab || !line) return;
  const place = tab.getBoundingClientRect();
  const room = line.getBoundingClientRect();
  if (place.left < room.left) line.scrollLeft -= room.left - place.left;
  else if (place.right > room.right) line.scrollLeft += place.right - room.right;
}
