import type { Build } from '../../contract/build.ts';
import { knownStatus } from '../../contract/status.ts';
import { readTime } from '../../lib/instant.ts';
import { readError } from '../errors/text/readError.ts';

const DAY = 86_400_000;

interface NaiveFailure {
  readonly build: Build;
  readonly kind: string;
  readonly subject: string | null;
  readonly time: number;
}

/** A group of failures, said the plain way over plain builds. */
export interface NaiveGroup {
  readonly kind: string;
  readonly artifacts: number;
  readonly builds: readonly string[];
  readonly images: number;
  readonly subjects: Readonly<Record<string, number>>;
  readonly first: number;
  readonly last: number;
  readonly state: string;
}

/** The groups of builds by looking at each anew; `matching` says which appear and are counted. */
export function naiveErrors(
  builds: readonly Build[],
  now: number,
  complete: boolean,
): readonly NaiveGroup[] {
  const failures = builds.flatMap(failuresOf);
  return [...new Set(failures.map((one) => one.kind))].map((kind) => {
    const own = failures.filter((one) => one.kind === kind);
    const times = own.map((one) => one.time).filter((time) => !Number.isNaN(time));
    const subjects: Record<string, number> = {};
    for (const { subject } of own) {
      if (subject !== null) subjects[subject] = (subjects[subject] ?? 0) + 1;
    }
    return {
      kind,
      artifacts: own.length,
      builds: [...new Set(own.map((one) => one.build.id))].sort(),
      images: new Set(own.map((one) => imageOf(one.build))).size,
      subjects,
      first: times.length === 0 ? Number.NaN : Math.min(...times),
      last: times.length === 0 ? Number.NaN : Math.max(...times),
      state: stateOf(own, times, builds, now, complete),
    };
  });
}

/** Each FAILED artifact; of a FAILED build without one, the build. */
function failuresOf(build: Build): NaiveFailure[] {
  const artifacts = build.artifacts ?? [];
  const failed = artifacts.filter((one) => knownStatus(one.status) === 'FAILED');
  const read = (text: string | null, ...times: (string | null)[]): NaiveFailure => {
    const { kind, subject } = readError(text, build.imageName);
    return { build, kind, subject, time: firstTime(...times) };
  };
  if (failed.length > 0) {
    return failed.map((one) =>
      read(one.errorMessage, one.completedAt, one.createdAt, build.completedAt, build.createdAt),
    );
  }
  if (knownStatus(build.status) !== 'FAILED') return [];
  const said = artifacts.find(
    (one) => knownStatus(one.status) !== 'COMPLETED' && (one.errorMessage ?? '').trim() !== '',
  );
  return [read(said?.errorMessage ?? null, build.completedAt, build.createdAt)];
}

function stateOf(
  own: readonly NaiveFailure[],
  times: readonly number[],
  builds: readonly Build[],
  now: number,
  complete: boolean,
): string {
  if (times.length === 0) return 'seen';
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const images = new Set(own.map((one) => imageOf(one.build)));
  const finished = builds
    .filter((build) => ['COMPLETED', 'FAILED'].includes(knownStatus(build.status) ?? ''))
    .map((build) => ({ build, time: firstTime(build.completedAt, build.createdAt) }));
  if (last <= now - 7 * DAY) {
    const completed = [...images].filter((image) => {
      const seen = own
        .filter((one) => imageOf(one.build) === image && !Number.isNaN(one.time))
        .map((one) => one.time);
      const since = Math.max(Number.NEGATIVE_INFINITY, ...seen);
      return finished.some(
        ({ build, time }) =>
          knownStatus(build.status) === 'COMPLETED' && imageOf(build) === image && time > since,
      );
    });
    return `quiet, ${completed.length} of ${images.size}`;
  }
  if (!complete) return 'seen';
  const created = builds.map((one) => firstTime(one.createdAt)).filter((one) => !Number.isNaN(one));
  const reaches = created.length > 0 && Math.min(...created) <= first - 7 * DAY;
  if (first > now - 7 * DAY && reaches) return 'new';
  const sorted = [...times].sort((a, b) => a - b);
  const back = sorted.some((seen, at) => {
    const before = sorted[at - 1] ?? seen;
    if (seen - before < 3 * DAY || seen <= now - 7 * DAY) return false;
    const between = finished.filter(
      ({ build, time }) => images.has(imageOf(build)) && time > before && time < seen,
    );
    return between.length >= 20;
  });
  return back ? 'back' : 'seen';
}

function imageOf(build: Build): string {
  return JSON.stringify([build.imageName, build.imageTag]);
}

function firstTime(...texts: (string | null)[]): number {
  for (const text of texts) {
    const time = readTime(text);
    if (!Number.isNaN(time)) return time;
  }
  return Number.NaN;
}
