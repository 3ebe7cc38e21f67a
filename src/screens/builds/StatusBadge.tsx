import { classes } from '../../ui/classes.ts';
import { statusLook } from './statusLook.ts';

export interface StatusBadgeProps {
  readonly status: string;
  /** Active for over a day: marked, and no longer moving. */
  readonly stalled?: boolean;
}

/** A status as icon, word and tone. */
export function StatusBadge({ status, stalled = false }: StatusBadgeProps) {
  const { word, tone, Icon, moving } = statusLook(status);
  return (
    <span
      className={classes(
        stalled ? 'tone-waiting' : tone,
        'inline-flex max-w-full items-center gap-1.5 rounded-full text-sm font-medium text-tone',
      )}
    >
      <Icon
        aria-hidden="true"
        className={classes('size-3.5 shrink-0', moving && !stalled && 'turning')}
      />
      <span className="truncate">{word}</span>
      {stalled && (
        <span
          title="Active for over a day: no one may ever finish it"
          className="rounded border border-tone px-1 text-xs"
        >
          stalled
        </span>
      )}
    </span>
  );
}
