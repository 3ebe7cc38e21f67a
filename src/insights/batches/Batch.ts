/** Builds of one family that look like one push. All of it is true whatever the time. */
export interface Batch {
  /** The id of its oldest member; any member's id finds it as well, for good. */
  readonly id: string;
  /** What its names are one of (`familyOf`). */
  readonly family: string;
  /** The tag of all its builds; null: several. A label, no part of what it is. */
  readonly tag: string | null;
  /** Rows of its builds, oldest first. */
  readonly rows: readonly number[];
  /** For each image, which is `name:tag`, the row of its latest build; the others are retries. */
  readonly latest: readonly number[];
  /** When its first and its newest build were created. Milliseconds since the epoch. */
  readonly firstCreated: number;
  readonly lastCreated: number;
  /** The most builds that were created and not ended at one time. */
  readonly mostInFlight: number;
  /** Builds that ended after the newest was created. */
  readonly endedSince: number;
}
