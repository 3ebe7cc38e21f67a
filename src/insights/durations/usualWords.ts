import { formatCount } from '../../lib/number.ts';
import type { Estimate, Rung } from './Durations.ts';
import type { Progress, Range } from './estimate.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Up to so many of a unit, the next larger one says too little. */
const MOST_OF_UNIT = 90;

/** From here on it is rounded to 60 seconds or more. */
const ALMOST_MINUTE = 57.5 * SECOND;

const RUNG_WORDS: Readonly<Record<Rung, string>> = {
  batch: 'of the same push',
  image: 'of this image and tag',
  name: 'of this image',
  family: 'of its family',
  type: 'of the same artifact types',
};

/** `usually 4 to 7 min`, rounded: more would claim more than is known. */
export function usualWords({ usual, longest }: Pick<Estimate, 'usual' | 'longest'>): string {
  return `usually ${rangeWords(usual, longest)}`;
}

/** `30 of this image that completed`: what it is compared with. */
export function rungWords({ rung, completed }: Pick<Estimate, 'rung' | 'completed'>): string {
  return `${formatCount(completed)} completed builds ${RUNG_WORDS[rung]}`;
}

/**
 * What is left, `2 to 5 min left, if it completes`; `longer than 15 of 17 before` where too few
 * took longer to say it. Never a time at which it ends.
 */
export function leftWords({ progress, completed }: Estimate): string {
  if (progress === null) return '';
  const { left, longerThan } = progress;
  if (left !== null && left.from !== null) {
    const more = left.to === null ? `${partOf(left.from).join(' ')} or more` : leftRange(left);
    return `${more} left, if it completes`;
  }
  return `longer than ${formatCount(longerThan)} of ${formatCount(completed)} before`;
}

/** `longer than usual`; empty for a build that is not. */
export function lengthWords(length: Progress['length'] | undefined): string {
  return length === undefined || length === 'usual' ? '' : `${length} than usual`;
}

function leftRange({ from, to }: Range): string {
  return spanWords(from ?? 0, to ?? 0);
}

/** `4 to 7 min`, `about 4 min`, `4 to over 9 min`, `over 9 min`. */
function rangeWords({ from, to }: Range, longest: number): string {
  const over = `over ${partOf(longest).join(' ')}`;
  if (from === null) return over;
  return to === null ? `${partOf(from).join(' ')} to ${over}` : spanWords(from, to);
}

function spanWords(from: number, to: number): string {
  const [high, last] = partOf(to);
  // In the unit of its end where it can be: `1 to 4 min`, not `85 s to 4 min` nor `60 s to 4 min`.
  const [low, unit] = last === 'min' && from >= ALMOST_MINUTE ? minutes(from) : partOf(from);
  if (unit !== last) return `${low} ${unit} to ${high} ${last}`;
  return low === high ? `about ${high} ${last}` : `${low} to ${high} ${last}`;
}

/** To 5 seconds, a minute, or a tenth of an hour. */
function partOf(ms: number): readonly [number: string, unit: string] {
  if (ms < MOST_OF_UNIT * SECOND) {
    const seconds = ms < 10 * SECOND ? Math.round(ms / SECOND) : Math.round(ms / SECOND / 5) * 5;
    return [String(seconds), 's'];
  }
  if (ms < MOST_OF_UNIT * MINUTE) return minutes(ms);
  return [String(Math.round((ms / HOUR) * 10) / 10), 'h'];
}

function minutes(ms: number): readonly [number: string, unit: string] {
  return [String(Math.round(ms / MINUTE)), 'min'];
}
