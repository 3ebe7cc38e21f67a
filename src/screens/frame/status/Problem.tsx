import type { ApiError } from '../../../contract/ApiError.ts';
import { formatAge, formatSpan } from '../../../lib/span.ts';
import { Button } from '../../../ui/Button.tsx';
import { useClock } from '../../../ui/clock.ts';
import { Message } from '../../../ui/Message.tsx';

export interface ProblemProps {
  readonly error: ApiError;
  /** When the rows on screen were asked for; null when there are none. */
  readonly rowsFrom: number | null;
  readonly nextCheckAt: number | null;
  readonly onRetry: () => void;
}

/** What went wrong with the API, how old the rows on screen are, and what happens next. */
export function Problem({ error, rowsFrom, nextCheckAt, onRetry }: ProblemProps) {
  return (
    <Message
      tone={error.kind === 'limited' ? 'waiting' : 'bad'}
      role="alert"
      action={<Button onClick={onRetry}>Retry</Button>}
    >
      {error.message}
      {error.details.length > 0 && (
        <ul className="mt-1 text-sm">
          {error.details.map((line) => (
            <li key={line} className="font-mono text-xs wrap-anywhere">
              {line}
            </li>
          ))}
        </ul>
      )}
      <span className="text-sm text-muted">
        {rowsFrom !== null && <RowsAge from={rowsFrom} />}
        {error.transient && nextCheckAt !== null && <Countdown to={nextCheckAt} />}
        {error.requestId && <> Request {error.requestId}.</>}
      </span>
    </Message>
  );
}

function RowsAge({ from }: { readonly from: number }) {
  const age = useClock((now) => formatAge(now - from));
  return <> The builds below are from {age}.</>;
}

function Countdown({ to }: { readonly to: number }) {
  const left = useClock((now) => formatSpan(Math.max(0, Math.ceil((to - now) / 1000) * 1000)));
  return <span aria-live="off"> Next try in {left}.</span>;
}
