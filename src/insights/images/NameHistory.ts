import type { Spread } from '../quantiles.ts';
import type { Outcomes } from '../rates.ts';

/**
 * How a name stands: `good`, its newest try COMPLETED; `broken`, it FAILED after one that
 * COMPLETED; `never`, only FAILED ones so far; `untried`, neither. CANCELLED, active and unknown
 * ones are no tries.
 */
export type ImageState = 'good' | 'broken' | 'never' | 'untried';

/** Where a name is to be had. Never that it still is, nor that it holds that build. */
export interface LastGood {
  readonly row: number;
  readonly tag: string;
  readonly path: string;
  /** When it ended; NaN unknown. Milliseconds since the epoch. */
  readonly time: number;
}

/** A name's artifacts of one type, each COMPLETED or FAILED one a try. */
export interface TypeHistory extends Outcomes {
  /** Null: builds that do not say their artifacts, of a name of which none does. */
  readonly type: string | null;
  readonly state: ImageState;
  /** The end of the first try that FAILED after the last that COMPLETED; NaN unknown; null: none. */
  readonly brokenSince: number | null;
  /** The newest that COMPLETED with a path. */
  readonly lastGood: LastGood | null;
}

/** The newest COMPLETED or FAILED build of an image, which is `name:tag`. */
export interface TagState {
  /** Code in `texts.tags`. */
  readonly tag: number;
  readonly row: number;
  /** It FAILED. */
  readonly broken: boolean;
  /** When it was created; NaN unknown. */
  readonly created: number;
}

/** How long builds took. */
export interface Durations {
  /** Of the newest 100 that COMPLETED, in milliseconds. */
  readonly spread: Spread;
  /** How many of those have no usable times, and are in none of the numbers. */
  readonly unusable: number;
}

/** All that is true of a name over the whole list, whatever the filter and the time. */
export interface NameHistory {
  /** Code in `texts.names`. */
  readonly code: number;
  readonly name: string;
  /** Of its types the worst: `never`, then `broken`, then `untried`, then `good`. */
  readonly state: ImageState;
  /** Of the type that gives the state. */
  readonly brokenSince: number | null;
  /** Types with some artifact, most tries first. */
  readonly types: readonly TypeHistory[];
  /** Builds by how they ended. */
  readonly outcomes: Outcomes;
  readonly cancelled: number;
  /** Of an unknown status. */
  readonly other: number;
  /** In every state. */
  readonly builds: number;
  /** Rows of those that are active: what is stalled depends on the time (`countActive`). */
  readonly active: readonly number[];
  /** The last 20 that are not active by end, then those that are by creation. */
  readonly strip: readonly number[];
  /** Images with a COMPLETED or FAILED build, in no order. */
  readonly tags: readonly TagState[];
  /** Images whose newest COMPLETED or FAILED build FAILED. */
  readonly brokenTags: number;
  readonly durations: Durations;
}
