import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { statusLook } from './statusLook.ts';

export interface StatusBadgeProps {
  readonly status: string;
  /** Active for over a day: marked, and no longer moving. */
  readonly stalled?: boolean;
}

/** "Completed", "Uploading" and "Cancelled" fit wherever a badge stands; a clip costs each frame. */
const LONGEST_KNOWN = 9;

/** A status as icon, word and tone. */
export function StatusBadge({ status, stalled = false }: StatusBadgeProps) {
  const { word, tone, icon, moving } = statusLook(status);
  return (
    <span
      className={classes(
        stalled ? 'tone-waiting' : tone,
        'inline-flex max-w-full items-center gap-1.5 text-sm font-medium text-tone',
      )}
    >
      <Icon path={icon} className={moving && !stalled ? 'turning' : ''} />
      <span className={word.length > LONGEST_KNOWN ? 'truncate' : ''}>{word}</span>
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
