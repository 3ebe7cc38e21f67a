import { formatIso } from '../../lib/formatTime.ts';
import { formatAge } from '../../lib/span.ts';
import { useClock } from '../../ui/clock.ts';

export interface AgeProps {
  /** Milliseconds since the epoch; NaN where the API did not say or it could not be read. */
  readonly at: number;
  /** The API's own text, shown where it could not be read. */
  readonly text?: string | null;
  readonly tabbable?: boolean;
  /** As of when; without it, it keeps itself up to date. Milliseconds since the epoch. */
  readonly now?: number;
}

/**
 * How long ago, kept up to date. Pointing at it or focusing it shows the exact time: the table
 * finds `data-time` and opens the one time card.
 */
export function Age({ at, text, tabbable = false, now }: AgeProps) {
  if (Number.isNaN(at)) {
    return (
      <span
        className="text-muted"
        title={text ? `Unreadable time: ${text.slice(0, 80)}` : 'Not known'}
      >
        –
      </span>
    );
  }
  if (now === undefined) return <TickingAge at={at} tabbable={tabbable} />;
  return drawAge(at, formatAge(now - at), tabbable);
}

function TickingAge({ at, tabbable }: { readonly at: number; readonly tabbable: boolean }) {
  const age = useClock((now) => formatAge(now - at));
  return drawAge(at, age, tabbable);
}

function drawAge(at: number, age: string, tabbable: boolean) {
  return (
    <time
      dateTime={iso(at)}
      data-time={at}
      tabIndex={tabbable ? 0 : undefined}
      className="rounded decoration-dotted underline-offset-4 hover:underline"
    >
      {age}
    </time>
  );
}

function iso(at: number): string {
  return Math.abs(at) < 8.64e15 ? formatIso(at) : '';
}
