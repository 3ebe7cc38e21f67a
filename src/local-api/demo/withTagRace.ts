import type { Plan } from './Plan.ts';

const MINUTE = 60_000;
const OWNER = 'prime/ada';

/** When the two were pushed and when they ended: minutes before the start. */
const OLDER = { created: 38, ended: 21 } as const;
const NEWER = { created: 33, ended: 27 } as const;

/**
 * The plans with a tag race among them: of one service two builds for `latest`, of which the older
 * one ended last. They take the place of two builds of services that were pushed alone; where there
 * are no two, there is no race. `start` in milliseconds since the epoch.
 */
export function withTagRace(plans: readonly Plan[], start: number): Plan[] {
  const [newer, older] = plans.filter(isDeployed).sort((a, b) => b.created - a.created);
  if (newer === undefined || older === undefined) return [...plans];
  const raced = new Map([
    [older, racing(older, newer.imageName, start, OLDER)],
    [newer, racing(newer, newer.imageName, start, NEWER)],
  ]);
  return plans.map((plan) => raced.get(plan) ?? plan);
}

/** A service that was built alone, and well. */
function isDeployed({ imageTag, outcome, ended, artifacts }: Plan): boolean {
  const alone = /^(sha|main)-/.test(imageTag) && artifacts.length === 1;
  return alone && outcome === 'COMPLETED' && ended !== null;
}

function racing(
  plan: Plan,
  imageName: string,
  start: number,
  of: typeof OLDER | typeof NEWER,
): Plan {
  const created = start - of.created * MINUTE;
  const building = created + 9_000;
  const ended = start - of.ended * MINUTE;
  const imageTag = 'latest';
  const path = `${OWNER}/${imageName}:${imageTag}`;
  const artifacts = plan.artifacts.map((one) => ({
    ...one,
    created,
    started: building,
    ended,
    path,
    pathAtEnd: false,
  }));
  return {
    ...plan,
    imageName,
    imageTag,
    created,
    uploading: created + 2_000,
    building,
    ended,
    artifacts,
  };
}
