import type { PickedBy } from '../../insights/errors/text/pickLine.ts';
import type { ErrorReading } from '../../insights/errors/text/readError.ts';
import { formatCount } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';

const RULE: Record<PickedBy, string> = {
  'cause in the failing step': 'the first line of the failing step that names a cause',
  cause: 'the first line that names a cause',
  wrapper: 'no line names a cause: the last one that says what failed',
  'last line': 'no line names a cause: the last line',
  nothing: 'there is no line',
};

/** Why these failures are one group: the line that was picked, and what was left out of it. */
export function WhyGrouped({
  reading,
  text,
}: {
  readonly reading: ErrorReading;
  readonly text: string | null;
}) {
  if (reading.lineNumber === 0 || text === null) return null;
  const lines = text.split('\n').length;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-muted hover:text-ink">Why grouped</summary>
      <div className="flex flex-col gap-1 py-1">
        <p>
          Line {formatCount(reading.lineNumber)} of {formatCount(lines)} was picked (
          {RULE[reading.by]}):
        </p>
        <code className="font-mono text-xs wrap-anywhere">
          {makeVisible(reading.line.slice(0, 1000))}
        </code>
        <p>
          {reading.masks.length === 0
            ? 'Nothing was left out of it.'
            : `Left out, since it differs from build to build: ${reading.masks.join(', ')}.`}
        </p>
      </div>
    </details>
  );
}
