import { makeVisible } from '../../lib/text.ts';
import { isErrorOfEarlierAttempt } from '../../list/attempts.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';

/** Red where it is of a build's latest attempt: an older one, built again well, is no fault. */
export function FirstError({ record }: { readonly record: BuildRecord }) {
  const { errorLine, build } = record;
  if (errorLine === null) return null;
  const shown = makeVisible(errorLine);
  if (isErrorOfEarlierAttempt(build)) {
    return (
      <span className="text-sm text-muted" title={`Of an earlier attempt: ${shown.slice(0, 1000)}`}>
        earlier attempt: {shown.slice(0, 400)}
      </span>
    );
  }
  return (
    <span className="tone-bad text-sm text-tone" title={shown.slice(0, 1000)}>
      {shown.slice(0, 400)}
    </span>
  );
}
