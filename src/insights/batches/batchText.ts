import { makeVisible } from '../../lib/text.ts';
import type { Batch } from './Batch.ts';
import type { BatchEnd } from './batchEnd.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** `swe-gym v6`: the family, and the tag where all have the same. */
export function batchName({ family, tag }: Pick<Batch, 'family' | 'tag'>): string {
  const name = makeVisible(family.slice(0, 200)) || '(no name)';
  return tag === null || tag === '' ? name : `${name} ${makeVisible(tag.slice(0, 80))}`;
}

/** `in 4 to 9 min`, `within 5 min`, `in 1 h 15 min to 2 h`: from now. */
export function rangeText({ from, to }: BatchEnd): string {
  if (from <= 0) return `within ${lengthText(to)}`;
  if (from === to) return `in about ${lengthText(to)}`;
  if (to < HOUR) return `in ${from / MINUTE} to ${lengthText(to)}`;
  return `in ${lengthText(from)} to ${lengthText(to)}`;
}

function lengthText(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
