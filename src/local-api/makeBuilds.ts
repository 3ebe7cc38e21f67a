import type { Build } from '../contract/build.ts';
import { buildAt } from './demo/buildAt.ts';
import { type BuildsWanted, planHistory } from './demo/planHistory.ts';

/** Makes realistic builds in bursts, newest first, about 1.4 artifacts each; every id is distinct. */
export function makeBuilds(wanted: BuildsWanted): Build[] {
  const made: { readonly created: number; readonly build: Build }[] = [];
  for (const plan of planHistory(wanted)) {
    const build = buildAt(plan, wanted.now);
    if (build) made.push({ created: plan.created, build });
  }
  return made
    .sort((a, b) => b.created - a.created || (a.build.id < b.build.id ? -1 : 1))
    .map(({ build }) => build);
}
