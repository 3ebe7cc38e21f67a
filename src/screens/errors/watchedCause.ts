import type { Cause } from '../../insights/errors/ErrorReader.ts';
import type { Watched } from '../../insights/watch/Watched.ts';
import { makeVisible } from '../../lib/text.ts';

/** A cause among what is watched. */
export function watchedCause({ fingerprint, kind }: Pick<Cause, 'fingerprint' | 'kind'>): Watched {
  return { kind: 'cause', value: fingerprint, label: makeVisible(kind.slice(0, 200)) };
}
