import { classes } from '../../ui/classes.ts';
import { useClock } from '../../ui/clock.ts';
import { Icon } from '../../ui/Icon.tsx';
import { statusLook } from './statusLook.ts';

export interface StatusBadgeProps {
  readonly status: string;
  /** Active for over a day: marked, and no longer moving. */
  readonly stalled?: boolean;
  /** As of when it is drawn, where a clock around it draws it; milliseconds since the epoch. */
  readonly now?: number;
}

/** "Completed", "Uploading" and "Cancelled" fit wherever a badge stands; a clip costs each frame. */
const LONGEST_KNOWN = 9;

/** A status as icon, word and tone. */
export function StatusBadge({ status, stalled = false, now }: StatusBadgeProps) {
  const { word, tone, icon, moving } = statusLook(status);
  return (
    <span
      className={classes(
        stalled ? 'tone-waiting' : tone,
        'inline-flex max-w-full items-baseline gap-1.5 text-sm leading-[inherit] font-medium text-tone',
      )}
    >
      {!moving || stalled ? (
        <Icon path={icon} className="relative -top-px self-center" />
      ) : now === undefined ? (
        <TickingIcon path={icon} />
      ) : (
        turningIcon(icon, now)
      )}
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

const STEP_DEGREES = 45;

/**
 * Turns a step a second with the clock that counts the durations: an animation would have the
 * browser draw every frame, all day, for each of them.
 */
function turningIcon(path: string, now: number) {
  const degrees = ((now / 1000) * STEP_DEGREES) % 360;
  return (
    <Icon
      path={path}
      className="turning relative -top-px self-center"
      style={{ rotate: `${degrees}deg` }}
    />
  );
}

function TickingIcon({ path }: { readonly path: string }) {
  return turningIcon(
    path,
    useClock((now) => now),
  );
}
