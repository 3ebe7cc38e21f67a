import type { Build } from '../contract/build.ts';
import { buildAt } from './buildAt.ts';
import { type BuildsWanted, planHistory } from './planHistory.ts';

/** Makes realistic builds in bursts, newest first, about 1.4 artifacts each; every id is distinct. */
export function makeBuilds({ count, seed, now, days }: BuildsWanted): Build[] {
  return planHistory({ count, seed, now, days })
    .map((plan) => buildAt(plan, now))
    .filter((build) => build !== null);
}
