import { ACTIVE, CANCELLED, COMPLETED, FAILED, UNKNOWN } from '../../../insights/StatusKinds.ts';

/** A part of a bar: what became of its builds. */
export interface KindLook {
  /** Of `StatusKinds`. */
  readonly kind: number;
  readonly word: string;
  readonly title: string;
  readonly tone: string;
  /** What a view asks for to have these alone; null: no filter says it. */
  readonly search: string | null;
}

/** From the ground up: what failed stands on it, so that it can be compared over time. */
export const KINDS: readonly KindLook[] = [
  {
    kind: FAILED,
    word: 'failed',
    title: 'Failed',
    tone: 'tone-bad',
    search: 'status=FAILED',
  },
  {
    kind: COMPLETED,
    word: 'completed',
    title: 'Completed',
    tone: 'tone-good',
    search: 'status=COMPLETED',
  },
  {
    kind: CANCELLED,
    word: 'cancelled',
    title: 'Cancelled',
    tone: 'tone-stopped',
    search: 'status=CANCELLED',
  },
  {
    kind: ACTIVE,
    word: 'active',
    title: 'Active',
    tone: 'tone-active',
    search: 'status=PENDING,UPLOADING,BUILDING',
  },
  { kind: UNKNOWN, word: 'other', title: 'Other', tone: 'tone-other', search: null },
];

/** The builds of a bucket, whatever became of them. */
export function totalIn(byKind: readonly Uint32Array[], bucket: number): number {
  return byKind.reduce((sum, counts) => sum + (counts[bucket] ?? 0), 0);
}
