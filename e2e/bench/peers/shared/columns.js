const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
const ZONED = /(?:z|[+-]\d\d:\d\d)$/i;

export const ROW_HEIGHT = 32;
export const FACETS = ['COMPLETED', 'FAILED', 'BUILDING'];

/** Milliseconds since the epoch; times without a zone are UTC. NaN where there is none. */
export function instantOf(text) {
  if (!text) return Number.NaN;
  return Date.parse(ZONED.test(text) ? text : `${text}Z`);
}

/** Milliseconds from start to end, or until now while the build is active; NaN before the start. */
export function durationOf(build) {
  const end = build.completedAt ? instantOf(build.completedAt) : Date.now();
  return end - instantOf(build.startedAt);
}

export function imageOf(build) {
  return `${build.imageName}:${build.imageTag}`;
}

export function errorOf(build) {
  const failed = build.artifacts?.find((artifact) => artifact.errorMessage);
  return failed?.errorMessage.split('\n', 1)[0] ?? '';
}

export function artifactsOf(build) {
  return (build.artifacts ?? [])
    .map((artifact) => `${artifact.artifactType === 'VM_SANDBOX' ? 'VM' : 'CI'} ${artifact.status}`)
    .join(', ');
}

export function timeText(instant) {
  return Number.isNaN(instant) ? '' : format.format(instant);
}

export function durationText(ms) {
  if (!(ms >= 0)) return '';
  const seconds = Math.floor(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The line that every page of the benchmark shows. */
export function countText(shown, loaded) {
  return `${shown.toLocaleString('en')} of ${loaded.toLocaleString('en')} builds`;
}
