/**
 * Two builds of one image, type and path that finished in the other order than they were pushed,
 * so that the tag may hold the older one. Never that it does: the list does not say.
 */
export interface Race {
  /** The row of the older build, which finished last, or is active still. */
  readonly older: number;
  /** The row of the newest build that finished before it. */
  readonly newer: number;
  /** The artifact's type; null while the older one is active. */
  readonly type: string | null;
  /** What both wrote; null while the older one is active. */
  readonly path: string | null;
  /** The older one is active, and may still overwrite the newer. */
  readonly open: boolean;
}
