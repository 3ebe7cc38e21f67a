import type { BuildTable } from '../../list/BuildTable.ts';
import type { CauseState } from './causeState.ts';
import type { CountedFailures } from './countFailures.ts';
import type { Cause } from './ErrorReader.ts';
import type { Failures } from './Failures.ts';
import type { GroupMembers } from './GroupMembers.ts';
import type { TrendAxis } from './trendOf.ts';

/** What is true of a cause over the whole list, whatever the filter. */
export interface ErrorGroup extends Cause {
  /** Its number among those of the reader. */
  readonly number: number;
  /** All its failed artifacts. */
  readonly all: GroupMembers;
  /** When it was first and last seen, by the failures' ends; NaN: unknown. While the list is not
   * complete, "first" is only the first so far. Milliseconds since the epoch. */
  readonly first: number;
  readonly last: number;
  readonly state: CauseState;
}

/** The failures of the whole list, by cause. */
export interface ErrorFacts {
  /** False: everything is "so far". */
  readonly complete: boolean;
  /** That of the table when they were counted: a long list may have moved on since. */
  readonly version: number;
  /** Failed artifacts: those of all groups, and those `unread`. */
  readonly artifacts: number;
  /** Builds that hold them. */
  readonly builds: number;
  /** Failed artifacts whose texts are still to be read by `work`: in no group yet. */
  readonly unread: number;
  /** Texts on artifacts that COMPLETED: warnings, in no group. */
  readonly warnings: number;
  /** Numbers of the groups' causes: most failed artifacts first, then the one last seen newest. */
  readonly causes: Uint32Array;
  /** The same, the one last seen newest first. */
  readonly newest: Uint32Array;
  /** All of them, in the order of `causes`. */
  readonly groups: readonly ErrorGroup[];
  /** The group of a cause: the same object each time. */
  readonly groupOf: (cause: number) => ErrorGroup;
  /** The number of the cause with a fingerprint; undefined when no text has it. */
  readonly causeOf: (fingerprint: string) => number | undefined;
  /** What trends span without a filter on time: from the first to the last of the list. */
  readonly axis: TrendAxis;
  /** For `pick`. */
  readonly failures: Failures;
  readonly counted: CountedFailures;
  readonly table: BuildTable;
}

/** A cause and those of its failures that the filter lets through. */
export interface PickedGroup {
  readonly group: ErrorGroup;
  readonly matching: GroupMembers;
}
