import type { CountedFailures } from './countFailures.ts';
import type { ErrorFacts, PickedGroup } from './ErrorFacts.ts';
import { GroupMembers, type MembersOf } from './GroupMembers.ts';
import type { TrendAxis } from './trendOf.ts';

/** The sums of what a filter lets through. */
export interface PickedSums {
  /** The sum of the groups' matching artifacts, and of `unread`. */
  readonly artifacts: number;
  /** Builds that hold them. */
  readonly builds: number;
  readonly unread: number;
}

/**
 * What a filter lets through, by cause. It counts in columns, and makes an object of a group only
 * when it is asked for: there may be as many as failures.
 */
export class PickedErrors implements PickedSums {
  readonly facts: ErrorFacts;
  /** What matches, counted by cause. */
  readonly counted: CountedFailures;
  readonly artifacts: number;
  readonly builds: number;
  readonly unread: number;
  /** Numbers of the causes that have some, most matching artifacts first, then as `facts.causes`. */
  readonly causes: Uint32Array;
  /** One axis for the trends of all groups: the filter's `created`, else the list's span. */
  readonly axis: TrendAxis;
  readonly #of: MembersOf;
  readonly #made = new Map<number, PickedGroup>();
  #all: readonly PickedGroup[] | null = null;

  constructor(
    facts: ErrorFacts,
    { artifacts, builds, unread }: PickedSums,
    of: MembersOf,
    causes: Uint32Array,
    axis: TrendAxis,
  ) {
    this.facts = facts;
    this.counted = of.counted;
    this.artifacts = artifacts;
    this.builds = builds;
    this.unread = unread;
    this.causes = causes;
    this.axis = axis;
    this.#of = of;
  }

  /** How many causes. */
  get count(): number {
    return this.causes.length;
  }

  /** The group of a cause among `causes`: the same object each time. */
  groupOf(cause: number): PickedGroup {
    const made = this.#made.get(cause) ?? {
      group: this.facts.groupOf(cause),
      matching: new GroupMembers(this.#of, cause),
    };
    this.#made.set(cause, made);
    return made;
  }

  /** All of them, in the order of `causes`. */
  get groups(): readonly PickedGroup[] {
    this.#all ??= Array.from(this.causes, (cause) => this.groupOf(cause));
    return this.#all;
  }
}
