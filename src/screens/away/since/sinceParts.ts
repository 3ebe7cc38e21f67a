import type { SinceCounts } from '../../../insights/since/countSince.ts';
import { formatCount, plural } from '../../../lib/number.ts';
import { brokenLink, causesLink, endedLink, failedLink } from './sinceLinks.ts';

/** A count in words, and the address of what it counts. */
export interface SincePart {
  readonly text: string;
  readonly href: string;
}

export interface SinceWords {
  readonly ended: SincePart;
  readonly failed: SincePart | null;
  /** Beside `failed`, in brackets. */
  readonly causes: SincePart | null;
  readonly broken: SincePart | null;
}

/** What happened after a moment, in parts that open what they count; null: nothing did. */
export function sinceParts(counts: SinceCounts, moment: number): SinceWords | null {
  const { ended, failed, newCauses, broken } = counts;
  if (ended === 0) return null;
  const some = (count: number, text: string, href: string) => (count > 0 ? { text, href } : null);
  return {
    ended: { text: `${formatCount(ended)} ended`, href: endedLink(moment) },
    failed: some(failed, `${formatCount(failed)} failed`, failedLink(moment)),
    causes: some(
      newCauses.length,
      plural(newCauses.length, 'new cause', 'new causes'),
      causesLink(moment, newCauses),
    ),
    broken: some(broken, `${plural(broken, 'image', 'images')} broken`, brokenLink(moment)),
  };
}
