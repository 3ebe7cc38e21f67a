import { formatCount } from '../../../lib/number.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';

export interface FacetProps {
  /** Its place in the line. */
  readonly at: number;
  readonly name: string;
  readonly tone: string;
  readonly icon: string;
  readonly count: number;
  readonly pressed: boolean;
  /** It has no room in the line, and is there to be measured alone. */
  readonly hidden: boolean;
  readonly onToggle: () => void;
}

/** A value that can be filtered by. */
export function Facet(props: FacetProps) {
  const { at, name, tone, icon, count, pressed, hidden, onToggle } = props;
  return (
    <button
      type="button"
      data-chip={at}
      aria-pressed={pressed}
      inert={hidden}
      onClick={onToggle}
      className={classes(
        tone,
        'inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full border px-2 text-sm hover:bg-hover max-sm:h-11',
        pressed ? 'chosen border-tone bg-tone-soft font-medium' : 'border-line',
        count === 0 && !pressed && 'text-muted',
        hidden && 'invisible absolute left-0',
      )}
    >
      <Icon path={icon} className="text-tone" />
      {name}
      <span className="text-muted tabular-nums">{formatCount(count)}</span>
    </button>
  );
}
