import type { Build } from '../../contract/build.ts';
import { isActive, knownStatus, STALLED_AFTER_MS } from '../../contract/status.ts';
import { readTime } from '../../lib/instant.ts';

/** Ids of the builds that may hold a tag wrongly and of those before them, the plain way. */
export function naiveRaces(builds: readonly Build[], now: number): readonly string[] {
  const written = builds.flatMap((build) =>
    (build.artifacts ?? [])
      .filter(
        (one) => knownStatus(one.status) === 'COMPLETED' && (one.fullImagePath ?? '').trim() !== '',
      )
      .map((one) => ({
        image: JSON.stringify([build.imageName, build.imageTag]),
        key: JSON.stringify([
          build.imageName,
          build.imageTag,
          one.artifactType,
          one.fullImagePath?.trim(),
        ]),
        id: build.id,
        created: timeOf(build.createdAt),
        ended: timeOf(one.completedAt) ?? timeOf(build.completedAt),
      })),
  );
  const known = written.flatMap(({ created, ended, ...rest }) =>
    created === null || ended === null ? [] : { ...rest, created, ended },
  );
  const lost = known.filter((holder) => {
    const rivals = known.filter((one) => one.key === holder.key);
    const last = Math.max(...rivals.map((one) => one.ended));
    const first = rivals.find((one) => one.ended === last);
    return (
      first === holder &&
      rivals.some((one) => one.created > holder.created + 2000 && one.ended < holder.ended - 2000)
    );
  });
  const open = builds.filter((build) => {
    const created = timeOf(build.createdAt);
    if (!isActive(build.status) || created === null || now - created > STALLED_AFTER_MS)
      return false;
    const image = JSON.stringify([build.imageName, build.imageTag]);
    return known.some((one) => one.image === image && one.created > created + 2000);
  });
  return [...new Set([...lost, ...open].map((one) => one.id))].sort();
}

function timeOf(text: string | null): number | null {
  const time = readTime(text);
  return Number.isNaN(time) ? null : time;
}
