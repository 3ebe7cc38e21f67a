import { formatIso } from '../../../lib/formatTime.ts';
import type { PlainKind, PlainValue } from '../../frame/lens/LensExport.ts';

/** A cell as CSV and JSON have it: times with their zone, lengths of time in seconds, null unknown. */
export function machineValue(value: PlainValue, kind: PlainKind): PlainValue {
  if (typeof value !== 'number') return value;
  if (!Number.isFinite(value)) return null;
  if (kind === 'span') return value / 1000;
  return kind === 'time' ? instantText(value) : value;
}

/** `2026-11-20T09:00:00Z`, with parts of a second where there are some; null beyond all dates. */
export function instantText(ms: number): string | null {
  return Math.abs(ms) <= 8.64e15 ? formatIso(ms).replace('.000Z', 'Z') : null;
}
