import { formatSpan } from '../../lib/span.ts';
import { useClock } from '../../ui/clock.ts';

/** A length of time, given for the moment `now`; NaN or null is not known. Milliseconds. */
export interface SpanProps {
  readonly of: (now: number) => number | null;
  /** It has not ended: it ticks. */
  readonly running: boolean;
}

/** A length of time in words; ticks while it runs. Unknown is a dash. */
export function Span({ of, running }: SpanProps) {
  return running ? <RunningSpan of={of} /> : words(of(0));
}

function RunningSpan({ of }: Pick<SpanProps, 'of'>) {
  return useClock((now) => words(of(now)));
}

function words(ms: number | null): string {
  return formatSpan(ms === null || Number.isNaN(ms) ? null : ms);
}
