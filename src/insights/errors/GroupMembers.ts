import type { BuildTable } from '../../list/BuildTable.ts';
import type { CountedFailures } from './countFailures.ts';
import type { Failures } from './Failures.ts';
import { type ErrorReading, readError } from './text/readError.ts';
import { bucketOf, TREND_BUCKETS, type TrendAxis } from './trendOf.ts';

/** What a group is about, and how often. */
export interface SubjectCount {
  readonly subject: string;
  /** Failed artifacts. */
  readonly artifacts: number;
  /** Distinct images, which are `name:tag`. */
  readonly images: number;
}

/** An image with the failure of a group. */
export interface ImageCount {
  readonly name: string;
  readonly tag: string;
  readonly artifacts: number;
  /** When the newest was seen; NaN unknown. Milliseconds since the epoch. */
  readonly last: number;
  /** The row of the newest. */
  readonly row: number;
}

/** One failed artifact, to show whole. */
export interface ErrorExample {
  /** The build's row. */
  readonly row: number;
  readonly name: string;
  readonly tag: string;
  /** The artifact's type; null when the build itself failed. */
  readonly type: string | null;
  /** When it was seen; NaN unknown. Milliseconds since the epoch. */
  readonly time: number;
  /** As it came; null: none. */
  readonly text: string | null;
  /** The line to open at and "why grouped". */
  readonly reading: ErrorReading;
}

export interface MembersOf {
  readonly failures: Failures;
  readonly counted: CountedFailures;
  /** By number (`ErrorReader`). */
  readonly subjects: readonly string[];
  readonly table: BuildTable;
}

/**
 * Failures of one cause: all of them, or those that a filter lets through. The three counts are
 * there at once; the rest is computed when asked for, and costs as much as the group is large.
 */
export class GroupMembers {
  readonly #of: MembersOf;
  readonly #cause: number;

  /** `cause` is the number of one that has failures. */
  constructor(of: MembersOf, cause: number) {
    this.#of = of;
    this.#cause = cause;
  }

  /** Failed artifacts. */
  get artifacts(): number {
    const { start } = this.#of.counted;
    return (start[this.#cause + 1] ?? 0) - (start[this.#cause] ?? 0);
  }

  /** Builds that hold them. */
  get builds(): number {
    return this.#of.counted.builds[this.#cause] ?? 0;
  }

  /** Distinct images, which are `name:tag`. */
  get images(): number {
    return this.#of.counted.images[this.#cause] ?? 0;
  }

  /** Numbers of failures, oldest first. */
  get #members(): Uint32Array {
    const { order, start } = this.#of.counted;
    // A cause may be read before it is counted.
    return order.subarray(start[this.#cause] ?? 0, start[this.#cause + 1] ?? 0);
  }

  /** What they are about, most first; empty for a cause that names nothing. */
  get subjects(): readonly SubjectCount[] {
    const known = SUBJECTS.get(this);
    if (known !== undefined) return known;
    const counted = this.#countSubjects();
    SUBJECTS.set(this, counted);
    return counted;
  }

  /** Failed artifacts in each of 24 buckets of an axis (`bucketOf`). */
  trend(axis: TrendAxis): readonly number[] {
    const buckets = Array.from({ length: TREND_BUCKETS }, () => 0);
    for (const member of this.#members) {
      const bucket = bucketOf(this.#of.failures.time[member] ?? Number.NaN, axis);
      if (bucket >= 0) buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    return buckets;
  }

  /** The images, those of the newest failure first. */
  imageList(): readonly ImageCount[] {
    const { failures, table } = this.#of;
    const found = new Map<number, ImageCount>();
    for (const member of this.#members.toReversed()) {
      const image = failures.image[member] ?? 0;
      const row = failures.row[member] ?? 0;
      const { artifacts = 0, ...newest } = found.get(image) ?? {
        name: table.texts.names.at(table.name[row] ?? 0),
        tag: table.texts.tags.at(table.tag[row] ?? 0),
        last: failures.time[member] ?? Number.NaN,
        row,
      };
      found.set(image, { ...newest, artifacts: artifacts + 1 });
    }
    return [...found.values()];
  }

  /** The newest failures, at most `most`; of each text one while there are others. */
  examples(most: number): readonly ErrorExample[] {
    const { text } = this.#of.failures;
    const seen = new Set<number>();
    const first: number[] = [];
    const rest: number[] = [];
    for (const member of this.#members.toReversed()) {
      if (first.length === most) break;
      const code = text[member] ?? 0;
      if (!seen.has(code)) first.push(member);
      else if (rest.length < most) rest.push(member);
      seen.add(code);
    }
    return [...first, ...rest].slice(0, most).map((member) => this.#example(member));
  }

  /** The rows of the builds, each once, newest failure first. */
  rows(): Uint32Array {
    const { row } = this.#of.failures;
    return Uint32Array.from(new Set([...this.#members.toReversed()].map((one) => row[one] ?? 0)));
  }

  #example(member: number): ErrorExample {
    const { failures, table } = this.#of;
    const row = failures.row[member] ?? 0;
    const code = failures.text[member] ?? 0;
    const type = failures.type[member] ?? 0;
    const name = table.texts.names.at(table.name[row] ?? 0);
    const text = code === 0 ? null : table.texts.errors.at(code - 1);
    return {
      row,
      name,
      tag: table.texts.tags.at(table.tag[row] ?? 0),
      type: type === 0 ? null : table.texts.types.at(type - 1),
      time: failures.time[member] ?? Number.NaN,
      text,
      reading: readError(text, name),
    };
  }

  #countSubjects(): readonly SubjectCount[] {
    const { failures, subjects } = this.#of;
    const counts = new Map<number, { artifacts: number; images: Set<number> }>();
    for (const member of this.#members) {
      const subject = failures.subject[member] ?? -1;
      if (subject < 0) continue;
      const count = counts.get(subject) ?? { artifacts: 0, images: new Set() };
      count.artifacts += 1;
      count.images.add(failures.image[member] ?? 0);
      counts.set(subject, count);
    }
    return [...counts]
      .map(([subject, { artifacts, images }]) => ({
        subject: subjects[subject] ?? '',
        artifacts,
        images: images.size,
      }))
      .sort((a, b) => b.artifacts - a.artifacts || (a.subject < b.subject ? -1 : 1));
  }
}

/** Kept apart, so that as many groups as there are failures stay small. */
const SUBJECTS = new WeakMap<GroupMembers, readonly SubjectCount[]>();
