import type { Build } from '../../contract/build.ts';
import { isActive } from '../../contract/status.ts';
import { readTime } from '../../lib/instant.ts';
import { familyOf } from '../familyOf.ts';

/** The batches of builds, each as the sorted ids of its members, the plain way. */
export function naiveBatches(builds: readonly Build[]): readonly (readonly string[])[] {
  const known = builds
    .map((build) => ({ build, created: readTime(build.createdAt) }))
    .filter((one) => !Number.isNaN(one.created))
    .sort((a, b) => a.created - b.created);
  const families = new Set(known.map((one) => familyOf(one.build.imageName)));
  return [...families].flatMap((family) => {
    const groups: (typeof known)[] = [];
    for (const one of known.filter(({ build }) => familyOf(build.imageName) === family)) {
      const group = groups.at(-1);
      const last = group?.at(-1);
      const near = last !== undefined && one.created - last.created <= 120_000;
      const busy = group?.some(
        (member) =>
          one.created - member.created < 3_600_000 &&
          endOf(member.build, member.created) >= one.created - 120_000,
      );
      if (group !== undefined && (near || busy)) group.push(one);
      else groups.push([one]);
    }
    return groups
      .filter((group) => new Set(group.map(({ build }) => imageOf(build))).size >= 10)
      .map((group) => group.map(({ build }) => build.id).sort());
  });
}

function endOf(build: Build, created: number): number {
  if (isActive(build.status)) return Number.POSITIVE_INFINITY;
  for (const text of [build.completedAt, build.startedAt]) {
    const time = readTime(text);
    if (!Number.isNaN(time)) return time;
  }
  return created;
}

function imageOf(build: Build): string {
  return JSON.stringify([build.imageName, build.imageTag]);
}
