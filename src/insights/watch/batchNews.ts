import type { BatchProgress } from '../batches/batchProgress.ts';

/** A push is told of when so much of it fails: less is a few images, more is too late to stop it. */
const FAILING = 0.2;
/** Of fewer ended builds a share says little. */
const ENOUGH = 20;

/** What a push that is watched has come to. */
export interface BatchMilestones {
  readonly failed: boolean;
  readonly failing: boolean;
  readonly ended: boolean;
}

type Milestone = keyof BatchMilestones;

/** What holds of a push. */
export function milestonesOf(
  progress: Pick<BatchProgress, 'completed' | 'failed' | 'state'>,
): BatchMilestones {
  const { completed, failed, state } = progress;
  const tries = completed + failed;
  return {
    failed: failed > 0,
    failing: tries >= ENOUGH && failed >= FAILING * tries,
    ended: state === 'ended',
  };
}

/**
 * What is new of a push since it was looked at before, the weightiest first. Each is told once: a
 * share that swings about a fifth is no news, an end after more was pushed is.
 */
export function batchNews(
  before: BatchMilestones | null,
  now: BatchMilestones,
): { readonly told: BatchMilestones; readonly news: readonly Milestone[] } {
  if (before === null) return { told: now, news: [] };
  const told = {
    failed: before.failed || now.failed,
    failing: before.failing || now.failing,
    ended: now.ended,
  };
  const news = (['ended', 'failing', 'failed'] as const).filter((one) => told[one] && !before[one]);
  return { told, news };
}
