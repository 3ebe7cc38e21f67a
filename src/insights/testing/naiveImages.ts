import type { Artifact, Build } from '../../contract/build.ts';
import { isActive, knownStatus } from '../../contract/status.ts';
import { readTime } from '../../lib/instant.ts';

const DAY = 86_400_000;

/** A build with its row, by which equal times are ordered. */
export type NumberedBuild = Build & { readonly row: number };

interface Try {
  readonly completed: boolean;
  readonly time: number;
  readonly tag: string;
  readonly path: string | null;
}

/** What is true of one image name, said the plain way over its builds. */
export function naiveName(builds: readonly NumberedBuild[]) {
  const all = [...builds].sort((a, b) => compare(endOf(a), endOf(b)) || a.row - b.row);
  const named = all.some((one) => (one.artifacts ?? []).length > 0);
  const words = new Set(builds.flatMap((one) => (one.artifacts ?? []).map((a) => a.artifactType)));
  const unsaid = all.some((one) => (one.artifacts ?? []).length === 0 && isTry(one.status));
  const types: (string | null)[] = named ? [...words] : unsaid ? [null] : [];
  const byRow = [...builds].sort((a, b) => a.row - b.row);
  const lanes = types.map((type) => naiveLane(type, triesOf(byRow, type)));
  const state = (['never', 'broken', 'untried', 'good'] as const).find((word) =>
    lanes.some((lane) => lane.state === word),
  );
  const completed = all.filter((one) => knownStatus(one.status) === 'COMPLETED');
  const durations = completed.slice(-100).map(durationOf);
  return {
    state: state ?? 'untried',
    lanes: new Map(lanes.map((lane) => [lane.type, lane])),
    completed: completed.length,
    failed: all.filter((one) => knownStatus(one.status) === 'FAILED').length,
    cancelled: all.filter((one) => knownStatus(one.status) === 'CANCELLED').length,
    broken: brokenImages(all),
    usable: durations.filter((one) => one !== null).length,
    unusable: durations.filter((one) => one === null).length,
    strip: all
      .filter((one) => !isActive(one.status))
      .slice(-20)
      .map((one) => one.id),
  };
}

/** Ids of the builds by which the images of these builds are broken. */
function brokenImages(sorted: readonly NumberedBuild[]): readonly string[] {
  const newest = new Map<string, Build>();
  for (const build of sorted) if (isTry(build.status)) newest.set(build.imageTag, build);
  return [...newest.values()]
    .filter((one) => knownStatus(one.status) === 'FAILED')
    .map((one) => one.id);
}

function naiveLane(type: string | null, tries: readonly Try[]) {
  const sorted = tries
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => compare(a.time, b.time) || a.at - b.at);
  const last = sorted.findLastIndex((one) => one.completed);
  const failure = sorted.slice(last + 1)[0];
  const good = sorted.findLast((one) => one.completed && (one.path ?? '').trim() !== '');
  return {
    type,
    state: failure ? (last < 0 ? 'never' : 'broken') : last < 0 ? 'untried' : 'good',
    brokenSince: failure?.time ?? null,
    lastGood: good ? { tag: good.tag, path: good.path?.trim(), time: good.time } : null,
    completed: tries.filter((one) => one.completed).length,
    failed: tries.filter((one) => !one.completed).length,
  };
}

/** In the order of rows, those of builds without artifacts last. */
function triesOf(builds: readonly NumberedBuild[], type: string | null): Try[] {
  const said = builds.flatMap((build) => {
    const artifacts = build.artifacts ?? [];
    const whole =
      knownStatus(build.status) === 'FAILED' &&
      !artifacts.some((one) => knownStatus(one.status) === 'FAILED');
    return artifacts
      .filter((one) => one.artifactType === type && (isTry(one.status) || whole))
      .map((one) => tryOf(build, one));
  });
  const unsaid = builds
    .filter((one) => (one.artifacts ?? []).length === 0 && isTry(one.status))
    .map((one) => ({
      completed: knownStatus(one.status) === 'COMPLETED',
      time: endOf(one),
      tag: one.imageTag,
      path: null,
    }));
  return [...said, ...unsaid];
}

function tryOf(build: Build, artifact: Artifact): Try {
  const own = isTry(artifact.status) ? [artifact.completedAt, artifact.createdAt] : [];
  return {
    completed: knownStatus(artifact.status) === 'COMPLETED',
    time: firstTime(...own, build.completedAt, build.createdAt),
    tag: build.imageTag,
    path: artifact.fullImagePath,
  };
}

function durationOf(build: Build): number | null {
  const span = firstTime(build.completedAt) - firstTime(build.startedAt);
  return span > 0 && span < DAY ? span : null;
}

function isTry(status: string): boolean {
  return ['COMPLETED', 'FAILED'].includes(knownStatus(status) ?? '');
}

function endOf(build: Build): number {
  return firstTime(build.completedAt, build.createdAt);
}

/** Whole milliseconds; unknown times first. */
function compare(a: number, b: number): number {
  const [one, other] = [a, b].map((time) => (Number.isNaN(time) ? -Infinity : Math.floor(time)));
  return (one ?? 0) < (other ?? 0) ? -1 : (one ?? 0) > (other ?? 0) ? 1 : 0;
}

function firstTime(...texts: (string | null)[]): number {
  for (const text of texts) {
    const time = readTime(text);
    if (!Number.isNaN(time)) return time;
  }
  return Number.NaN;
}
