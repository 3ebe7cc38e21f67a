import type { Artifact, Build } from '../../contract/build.ts';

/**
 * Builds as some servers write them: every time without its zone, which is no `date-time` of the
 * contract (RFC 3339 asks for one). They are UTC all the same.
 */
export function* withoutZones(builds: Iterable<Build>): Generator<Build> {
  for (const build of builds) {
    yield { ...bare(build), artifacts: build.artifacts?.map((one) => bare(one)) ?? null };
  }
}

function bare<T extends Build | Artifact>(timed: T): T {
  const { createdAt, startedAt, completedAt } = timed;
  return {
    ...timed,
    createdAt: cut(createdAt),
    startedAt: startedAt === null ? null : cut(startedAt),
    completedAt: completedAt === null ? null : cut(completedAt),
  };
}

function cut(time: string): string {
  return time.replace(/Z$/, '');
}
