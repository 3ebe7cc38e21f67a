/** Words of other products for a build's status or state, and how they are written here. */
export const STATE_WORDS: ReadonlyMap<string, string> = new Map([
  ...said(
    'status:completed',
    'success successful succeeded success passed pass ok done ready green',
  ),
  ...said('status:completed', 'complete finished built'),
  ...said('status:failed', 'failure fail failing error errored errors red crashed'),
  ...said('status:cancelled', 'canceled cancel aborted stopped skipped killed'),
  ...said('status:pending', 'queued waiting scheduled requested created'),
  ...said('status:building', 'running in_progress inprogress started processing'),
  ...said('is:active', 'active open unfinished alive live'),
  ...said('is:ended', 'ended closed over'),
  ...said('is:stalled', 'stalled stuck hung hanging stale orphaned'),
  ...said('is:conflicted', 'conflicted conflict inconsistent'),
  ...said('is:broken', 'broken'),
  ...said('is:slow', 'slow'),
]);

/** Words of other products for a type of artifact. */
export const ARTIFACT_SYNONYMS: ReadonlyMap<string, string> = new Map([
  ...['docker', 'oci', 'image', 'containers', 'images'].map((word) => [word, 'container'] as const),
  ...['sandbox', 'machine', 'vms', 'disk', 'ami'].map((word) => [word, 'vm'] as const),
]);

function said(spelling: string, words: string): (readonly [string, string])[] {
  return words.split(' ').map((word) => [word, spelling] as const);
}
