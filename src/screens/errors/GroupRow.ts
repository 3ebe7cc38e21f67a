import type { PickedGroup } from '../../insights/errors/ErrorFacts.ts';

/** A cause as the lens draws it. */
export interface GroupRow extends PickedGroup {
  /** Where "show builds" leads: the builds that failed by this cause, of the same filter. */
  readonly buildsLink: string;
  /** Failed artifacts in each of 24 buckets of the axis that all rows share. */
  readonly trend: readonly number[];
  /** The person knows this cause and does not want to be told of it. */
  readonly muted: boolean;
  /** False while the list is not whole: first and last are "so far". */
  readonly complete: boolean;
}
