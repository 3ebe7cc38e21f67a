/** A copy of an account's list as it lies on this device. */
export interface ListCopy {
  /** `snapshotOf`. */
  readonly snapshot: unknown;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** The stamp of the last call before: later calls count on from it. */
  readonly stamp: number;
}

/** Where copies lie. Storage that is full, off or broken has none. */
export interface Copies {
  /** True when the person asked for a copy on this device. */
  wanted(): boolean;
  want(wanted: boolean): void;
  /** Null when there is none to be had. Never rejects. */
  load(key: string): Promise<ListCopy | null>;
  /** False when it could not be saved. Never rejects. */
  save(key: string, copy: ListCopy): Promise<boolean>;
  /** Rejects when the copy may be left. */
  remove(key: string): Promise<void>;
  /** Removes every copy, and the wish for one. Rejects when something may be left. */
  wipe(): Promise<void>;
  /**
   * At a start: removes what an earlier page could not, where no copy is wanted. Rejects when
   * something may be left.
   */
  tidy(): Promise<void>;
}
