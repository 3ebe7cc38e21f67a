import type { ReactNode } from 'react';
import { makeVisible } from '../../lib/text.ts';
import { isErrorOfEarlierAttempt } from '../../list/attempts.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';
import type { ErrorExcerpts } from '../build/ErrorExcerpts.ts';
import { MarkedExcerpt } from '../build/MarkedExcerpt.tsx';

export interface FirstErrorProps {
  readonly record: BuildRecord;
  /** Null where no text is searched for. */
  readonly excerpts?: ErrorExcerpts | null;
  readonly tight?: boolean;
}

/**
 * The line that stands for the error of a build, or what a search hit in its errors, marked. Red
 * where it is of a build's latest attempt: an older one, built again well, is no fault.
 */
export function FirstError({ record, excerpts, tight = false }: FirstErrorProps) {
  const { errorLine, build } = record;
  if (errorLine === null) return null;
  const line = makeVisible(errorLine);
  const hit = excerpts?.of(record);
  const shown: ReactNode = hit ? <MarkedExcerpt excerpt={hit} tight={tight} /> : line.slice(0, 400);
  if (isErrorOfEarlierAttempt(build)) {
    return (
      <span className="text-sm text-muted" title={`Of an earlier attempt: ${line.slice(0, 1000)}`}>
        earlier attempt: {shown}
      </span>
    );
  }
  return (
    <span className="tone-bad text-sm text-tone" title={line.slice(0, 1000)}>
      {shown}
    </span>
  );
}
