import type { Artifact, Build } from '../../contract/build.ts';
import type { Status } from '../../contract/status.ts';
import type { ArtifactPlan, Plan } from './Plan.ts';
import { wireTime } from './wireTime.ts';

/** A planned build as it stands at `now` (milliseconds), null before it is created. */
export function buildAt(plan: Plan, now: number): Build | null {
  if (now < plan.created) return null;
  const { id, imageName, imageTag } = plan;
  return {
    id,
    imageName,
    imageTag,
    status: stage(plan, now),
    createdAt: wireTime(plan.created),
    startedAt: timeBy(plan.building, now),
    completedAt: timeBy(plan.ended, now),
    artifacts: plan.artifacts.map((artifact) => artifactAt(artifact, plan, now)),
  };
}

/** Planned builds as they stand at `now` (milliseconds); those yet to be created are left out. */
export function* buildsAt(plans: Iterable<Plan>, now: number): Generator<Build> {
  for (const plan of plans) {
    const build = buildAt(plan, now);
    if (build) yield build;
  }
}

/** Every time at which something about it changes, its creation first. */
export function changesOf(plan: Plan): number[] {
  const { created, uploading, building, ended, artifacts } = plan;
  return [created, uploading, building, ended, ...artifacts.flatMap((a) => [a.started, a.ended])]
    .filter((time) => time !== null)
    .sort((a, b) => a - b);
}

function stage(plan: Plan, now: number): Status {
  if (past(plan.ended, now)) return plan.outcome;
  if (past(plan.building, now)) return 'BUILDING';
  return past(plan.uploading, now) ? 'UPLOADING' : 'PENDING';
}

function artifactAt(artifact: ArtifactPlan, plan: Plan, now: number): Artifact {
  const ended = past(artifact.ended, now);
  const waiting = stage(plan, now) === 'UPLOADING' ? 'UPLOADING' : 'PENDING';
  return {
    id: artifact.id,
    artifactType: artifact.type,
    status: ended ? artifact.outcome : past(artifact.started, now) ? 'BUILDING' : waiting,
    fullImagePath:
      artifact.pathAtEnd && !(ended && artifact.outcome === 'COMPLETED') ? null : artifact.path,
    errorMessage: ended ? artifact.error : null,
    createdAt: wireTime(artifact.created),
    startedAt: timeBy(artifact.started, now),
    completedAt: timeBy(artifact.ended, now),
  };
}

function past(time: number | null, now: number): boolean {
  return time !== null && time <= now;
}

function timeBy(time: number | null, now: number): string | null {
  return time !== null && time <= now ? wireTime(time) : null;
}
