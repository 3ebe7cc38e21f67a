/**
 * What became of an image, which is `name:tag`, by its newest COMPLETED or FAILED build, by end,
 * of each side. `only-after`, `only-before`: the other side has none.
 */
export const CHANGES = [
  'newly-broken',
  'newly-good',
  'still-broken',
  'still-good',
  'only-after',
  'only-before',
] as const;
export type Change = (typeof CHANGES)[number];

/** Marks of builds that figures count, besides those of a change. */
export const TIMED = ['durations', 'waits'] as const;
export type Timed = (typeof TIMED)[number];

/** An image on both sides, or on one. */
export interface ComparedImage {
  readonly change: Change;
  /** Rows of its newest COMPLETED or FAILED build of each side; null: it has none. */
  readonly before: number | null;
  readonly after: number | null;
}

/** The builds of a side by how they stand. */
export interface SideCounts {
  readonly builds: number;
  readonly completed: number;
  readonly failed: number;
  readonly cancelled: number;
  /** Active, stalled ones too: apart, in no rate and no change. */
  readonly unfinished: number;
  /** Of an unknown status. */
  readonly other: number;
}

/** How long something took on both sides, over the images that say it on both. */
export interface ComparedTimes {
  readonly images: number;
  /** COMPLETED builds whose times cannot be used. */
  readonly unusable: number;
  /** The median over those images of each one's median; null below 5 images. Milliseconds. */
  readonly before: number | null;
  readonly after: number | null;
  /** Rows of the builds used that the filter lets through. */
  readonly rows: readonly number[];
}

export interface Compared {
  readonly before: SideCounts;
  readonly after: SideCounts;
  /** Those that the filter lets through; the most telling change first. */
  readonly images: readonly ComparedImage[];
  /** From start to end, of builds that COMPLETED. */
  readonly durations: ComparedTimes;
  /** From creation to start, of builds that COMPLETED. */
  readonly waits: ComparedTimes;
}
