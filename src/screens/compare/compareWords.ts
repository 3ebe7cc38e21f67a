import type { Batch } from '../../insights/batches/Batch.ts';
import { batchName } from '../../insights/batches/batchText.ts';
import type { Change } from '../../insights/compare/Comparison.ts';
import type { Stretch } from '../../insights/compare/Sides.ts';
import { formatCount } from '../../lib/number.ts';
import { formatSpan } from '../../lib/span.ts';
import { zoneOffset } from '../../lib/zone.ts';

/** Below this many, a share in per cent says more than is known. */
const FEWEST_FOR_PERCENT = 10;

export interface ChangeWords {
  readonly word: string;
  /** What the word means. */
  readonly whole: string;
  readonly tone: string;
}

const WORDS: Record<Change, ChangeWords> = {
  'newly-broken': {
    word: 'Newly broken',
    whole: 'Its newest build of the older side completed, that of the newer one failed',
    tone: 'tone-bad',
  },
  'newly-good': {
    word: 'Newly good',
    whole: 'Its newest build of the older side failed, that of the newer one completed',
    tone: 'tone-good',
  },
  'still-broken': {
    word: 'Still broken',
    whole: 'Its newest build of both sides failed',
    tone: 'tone-bad',
  },
  'still-good': {
    word: 'Still good',
    whole: 'Its newest build of both sides completed',
    tone: 'tone-good',
  },
  'only-after': {
    word: 'Only in the newer',
    whole: 'No build of the older side completed or failed',
    tone: 'tone-stopped',
  },
  'only-before': {
    word: 'Only in the older',
    whole: 'No build of the newer side completed or failed',
    tone: 'tone-stopped',
  },
};

export function changeWords(change: Change): ChangeWords {
  return WORDS[change];
}

/** `+8`, `-3 (-25 %)`; no share of fewer than 10, and a dash where there was nothing. */
export function countChange(before: number, after: number): string {
  if (before === 0) return '–';
  const signed = sign(after - before, formatCount(Math.abs(after - before)));
  if (before < FEWEST_FOR_PERCENT || after === before) return signed;
  const percent = Math.round((100 * (after - before)) / before);
  return `${signed} (${sign(percent, String(Math.abs(percent)))} %)`;
}

/** `+1 min 05 s`; a dash where one of the two is not known. Milliseconds. */
export function spanChange(before: number | null, after: number | null): string {
  if (before === null || after === null) return '–';
  return sign(after - before, formatSpan(Math.abs(after - before)));
}

function sign(change: number, text: string): string {
  if (change === 0) return text;
  return `${change > 0 ? '+' : '−'}${text}`;
}

/** `2026-11-26 13:30 to 2026-11-27 13:30`, as the clocks of a zone show it. */
export function stretchText({ from, to }: Stretch, zone: string): string {
  return `${momentText(from, zone)} to ${momentText(to, zone)}`;
}

function momentText(ms: number, zone: string): string {
  return new Date(ms + zoneOffset(ms, zone)).toISOString().slice(0, 16).replace('T', ' ');
}

/** `swe-gym v6 of 2026-11-26 13:30` */
export function pushText(batch: Batch, zone: string): string {
  return `${batchName(batch)} of ${momentText(batch.firstCreated, zone)}`;
}
