import type { Build } from '../../contract/build.ts';
import { isActive, knownStatus } from '../../contract/status.ts';
import { readTime } from '../../lib/instant.ts';
import type { Change } from '../compare/Comparison.ts';
import type { Stretch, Windows } from '../compare/Sides.ts';

/** Two windows of builds, counted and paired the plain way; builds of unique ids. */
export function naiveCompare(builds: readonly Build[], { before, after }: Windows) {
  const old = builds.filter((build) => isIn(build, before) && !isIn(build, after));
  const now = builds.filter((build) => isIn(build, after));
  const images = new Set([...old, ...now].map(imageOf));
  const changes = [...images].flatMap((image) => {
    const was = decisive(old.filter((build) => imageOf(build) === image));
    const is = decisive(now.filter((build) => imageOf(build) === image));
    if (was === null && is === null) return [];
    return [{ change: changeOf(was, is), image }];
  });
  return {
    before: counts(old),
    after: counts(now),
    changes: changes.map(({ change, image }) => `${change} ${image}`).sort(),
    durations: medians(old, now, (build) => between(build.startedAt, build.completedAt, 1)),
    waits: medians(old, now, (build) => between(build.createdAt, build.startedAt, 0)),
  };
}

const imageOf = ({ imageName, imageTag }: Build) => JSON.stringify([imageName, imageTag]);
const timeOf = (text: string | null) => {
  const time = readTime(text);
  return Number.isNaN(time) ? null : time;
};
const endOf = (build: Build) => timeOf(build.completedAt) ?? timeOf(build.createdAt) ?? -1;

function isIn({ createdAt }: Build, { from, to }: Stretch): boolean {
  const at = timeOf(createdAt);
  return at !== null && at >= from && at < to;
}

/** The status of the build that ended last; null: none completed or failed. Unclear on ties. */
function decisive(builds: readonly Build[]): string | null {
  const tried = builds.filter(({ status }) => {
    const known = knownStatus(status);
    return known === 'COMPLETED' || known === 'FAILED';
  });
  const [last] = tried.sort((a, b) => endOf(b) - endOf(a));
  return last === undefined ? null : knownStatus(last.status);
}

/** True where two builds of an image and a side end at once: which one decides is by their order. */
export function hasTies(builds: readonly Build[]): boolean {
  const keys = builds.map((build) => `${imageOf(build)} ${endOf(build)}`);
  return new Set(keys).size < keys.length;
}

function changeOf(was: string | null, is: string | null): Change {
  if (was === null) return 'only-after';
  if (is === null) return 'only-before';
  if (was === 'FAILED') return is === 'FAILED' ? 'still-broken' : 'newly-good';
  return is === 'FAILED' ? 'newly-broken' : 'still-good';
}

function counts(builds: readonly Build[]) {
  const of = (word: string) => builds.filter(({ status }) => knownStatus(status) === word).length;
  return {
    builds: builds.length,
    completed: of('COMPLETED'),
    failed: of('FAILED'),
    cancelled: of('CANCELLED'),
    unfinished: builds.filter(({ status }) => isActive(status)).length,
    other: builds.filter(({ status }) => knownStatus(status) === null).length,
  };
}

function between(first: string | null, last: string | null, least: number): number | null {
  const [from, to] = [timeOf(first), timeOf(last)];
  if (from === null || to === null) return null;
  return to - from >= least && to - from < 86_400_000 ? to - from : null;
}

function medians(
  old: readonly Build[],
  now: readonly Build[],
  spanOf: (build: Build) => number | null,
) {
  const byImage = (builds: readonly Build[]) => {
    const spans = new Map<string, number[]>();
    for (const build of builds) {
      const span = knownStatus(build.status) === 'COMPLETED' ? spanOf(build) : null;
      if (span !== null) spans.set(imageOf(build), [...(spans.get(imageOf(build)) ?? []), span]);
    }
    return spans;
  };
  const [was, is] = [byImage(old), byImage(now)];
  const both = [...was.keys()].filter((image) => is.has(image));
  const over = (spans: Map<string, number[]>) =>
    both.length < 5 ? null : middle(both.map((image) => middle(spans.get(image) ?? [])));
  return { images: both.length, before: over(was), after: over(is) };
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const low = sorted[half - 1] ?? 0;
  const high = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? high : low + (high - low) / 2;
}
