import { CHANGES, type Change, TIMED, type Timed } from './Comparison.ts';
import type { Stretch, Windows } from './Sides.ts';

/** What is compared, settled: two stretches of time, or a push with its family's previous one. */
export type Settled =
  | { readonly kind: 'windows'; readonly windows: Windows }
  | { readonly kind: 'batch'; readonly id: string };

/** Which builds of a comparison a mark is of. */
export interface CompareKey {
  readonly counted: Change | Timed;
  readonly settled: Settled;
}

/** `newly-broken_FROM..TO_FROM..TO`, the older one first, or `newly-broken_batch_ID`. */
export function printCompareKey({ counted, settled }: CompareKey): string {
  if (settled.kind === 'batch') return `${counted}_batch_${settled.id}`;
  const { before, after } = settled.windows;
  return `${counted}_${printStretch(before)}_${printStretch(after)}`;
}

/** Null for what `printCompareKey` does not write. */
export function parseCompareKey(key: string): CompareKey | null {
  const [word = '', first = '', ...rest] = key.split('_');
  const counted = [...CHANGES, ...TIMED].find((one) => one === word);
  if (counted === undefined) return null;
  if (first === 'batch') {
    const id = rest.join('_');
    return id === '' ? null : { counted, settled: { kind: 'batch', id } };
  }
  const before = parseStretch(first);
  const after = parseStretch(rest.join('_'));
  if (before === null || after === null) return null;
  return { counted, settled: { kind: 'windows', windows: { before, after } } };
}

function printStretch({ from, to }: Stretch): string {
  return `${new Date(from).toISOString()}..${new Date(to).toISOString()}`;
}

function parseStretch(text: string): Stretch | null {
  const [from = Number.NaN, to = Number.NaN, ...rest] = text
    .split('..')
    .map((one) => Date.parse(one));
  return rest.length === 0 && from <= to ? { from, to } : null;
}
