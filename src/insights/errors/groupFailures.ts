import { words } from '../../lib/grown.ts';
import { allParts } from '../../lib/tasks/takeParts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { type CauseState, causeState, type ListSpan } from './causeState.ts';
import { type CountedFailures, countFailures } from './countFailures.ts';
import type { ErrorFacts, ErrorGroup } from './ErrorFacts.ts';
import type { ErrorReader } from './ErrorReader.ts';
import type { Failures } from './Failures.ts';
import { FinishedBuilds } from './FinishedBuilds.ts';
import { GroupMembers, type MembersOf } from './GroupMembers.ts';
import { orderFailures } from './orderFailures.ts';
import { newestGroups, orderGroups } from './orderGroups.ts';

export interface GroupSources {
  readonly table: BuildTable;
  /** Of the table as it is looked at from now on. */
  readonly version: number;
  readonly kinds: Uint8Array;
  readonly images: Uint32Array;
  readonly imageCount: number;
  readonly failures: Failures;
  readonly reader: ErrorReader;
}

/** The groups of all failures, as of `now`, in parts of some milliseconds at most. */
export function* groupFailures(sources: GroupSources, now: number): Generator<void, ErrorFacts> {
  const { failures, reader } = sources;
  const ordered = yield* orderFailures(failures, reader.causes.length);
  yield;
  const counted = yield* countFailures(failures, ordered);
  yield;
  const finished = yield* FinishedBuilds.read(sources);
  yield;
  const newest = newestGroups(counted);
  yield;
  return factsOf(sources, { counted, newest, finished }, now);
}

/** All failures, which are none of them read, in no group: what is known of a long list at once. */
export function ungroupedFailures(sources: GroupSources, now: number): ErrorFacts {
  const none = { order: words(0), start: words(1) };
  const counted = allParts(countFailures(sources.failures, none));
  return factsOf(sources, { counted, newest: words(0), finished: FinishedBuilds.NONE }, now);
}

interface Counts {
  readonly counted: CountedFailures;
  readonly newest: Uint32Array;
  readonly finished: FinishedBuilds;
}

function factsOf(
  { table, version, failures, reader }: GroupSources,
  { counted, newest, finished }: Counts,
  now: number,
): ErrorFacts {
  const { complete } = table;
  const { from, to, oldestBuild } = spanOf(table, failures);
  const of = { failures, counted, subjects: reader.subjects, table };
  return new GroupedFailures(
    { of, reader, list: { complete, from: oldestBuild }, finished, now },
    {
      complete,
      version,
      builds: countRows(failures),
      axis: { from, to },
      causes: orderGroups(counted, newest),
      newest,
    },
  );
}

type GroupedCounts = Pick<
  ErrorFacts,
  'complete' | 'version' | 'builds' | 'axis' | 'causes' | 'newest'
>;

/** Makes a group only when it is asked for: there may be as many as failures. */
class GroupedFailures implements ErrorFacts {
  readonly complete: boolean;
  readonly version: number;
  readonly builds: number;
  readonly axis: ErrorFacts['axis'];
  readonly causes: Uint32Array;
  readonly newest: Uint32Array;
  readonly failures: Failures;
  readonly counted: CountedFailures;
  readonly table: BuildTable;
  readonly #shared: SharedOfGroups;
  readonly #made = new Map<number, ErrorGroup>();
  #all: readonly ErrorGroup[] | null = null;

  constructor(
    shared: SharedOfGroups,
    { complete, version, builds, axis, causes, newest }: GroupedCounts,
  ) {
    this.#shared = shared;
    this.complete = complete;
    this.version = version;
    this.builds = builds;
    this.axis = axis;
    this.causes = causes;
    this.newest = newest;
    this.failures = shared.of.failures;
    this.counted = shared.of.counted;
    this.table = shared.of.table;
  }

  get artifacts() {
    return this.failures.count;
  }

  get unread() {
    return this.failures.count - this.counted.order.length;
  }

  get warnings() {
    return this.failures.warnings;
  }

  get groups() {
    this.#all ??= Array.from(this.causes, (cause) => this.groupOf(cause));
    return this.#all;
  }

  groupOf(cause: number): ErrorGroup {
    const made = this.#made.get(cause) ?? new GroupOfList(this.#shared, cause);
    this.#made.set(cause, made);
    return made;
  }

  causeOf(fingerprint: string): number | undefined {
    return this.#shared.reader.causeWith(fingerprint);
  }
}

interface SharedOfGroups {
  readonly of: MembersOf;
  readonly reader: ErrorReader;
  readonly list: ListSpan;
  readonly finished: FinishedBuilds;
  readonly now: number;
}

/** Reads all but its number when asked: there may be as many groups as failures. */
class GroupOfList implements ErrorGroup {
  readonly number: number;
  readonly #shared: SharedOfGroups;
  #state: CauseState | null = null;

  constructor(shared: SharedOfGroups, number: number) {
    this.#shared = shared;
    this.number = number;
  }

  get fingerprint() {
    return this.#shared.reader.causes[this.number]?.fingerprint ?? '';
  }

  get kind() {
    return this.#shared.reader.causes[this.number]?.kind ?? '';
  }

  get family() {
    return this.#shared.reader.causes[this.number]?.family ?? 'other';
  }

  get all() {
    return new GroupMembers(this.#shared.of, this.number);
  }

  get first() {
    return this.#shared.of.counted.first[this.number] ?? Number.NaN;
  }

  get last() {
    return this.#shared.of.counted.last[this.number] ?? Number.NaN;
  }

  get state() {
    const { of, list, finished, now } = this.#shared;
    this.#state ??= causeState(historyOf(of, this.number), list, finished, now);
    return this.#state;
  }
}

function historyOf(
  { counted: { order, start }, failures: { time, image } }: MembersOf,
  cause: number,
) {
  const members = order.subarray(start[cause] ?? 0, start[cause + 1] ?? 0);
  return {
    times: Float64Array.from(members, (member) => time[member] ?? Number.NaN),
    images: Uint32Array.from(members, (member) => image[member] ?? 0),
  };
}

/** From the first build or failure to the last. */
function spanOf({ rowCount, alive, created }: BuildTable, { time, count }: Failures) {
  let oldestBuild = Number.NaN;
  let to = Number.NaN;
  for (let row = 0; row < rowCount; row += 1) {
    const at = created[row] ?? Number.NaN;
    if (!alive[row] || Number.isNaN(at)) continue;
    if (!(at >= oldestBuild)) oldestBuild = at;
    if (!(at <= to)) to = at;
  }
  let from = oldestBuild;
  for (let failure = 0; failure < count; failure += 1) {
    const at = time[failure] ?? Number.NaN;
    if (Number.isNaN(at)) continue;
    if (!(at >= from)) from = at;
    if (!(at <= to)) to = at;
  }
  return { from, to, oldestBuild };
}

/** Failures of a build stand together. */
function countRows({ row, count }: Failures): number {
  let rows = 0;
  for (let at = 0; at < count; at += 1) if (at === 0 || row[at] !== row[at - 1]) rows += 1;
  return rows;
}
