import { withOddFailures } from './oddFailures.ts';
import type { Plan } from './Plan.ts';
import { planHistory } from './planHistory.ts';
import { planPush } from './planPush.ts';
import { randomFrom } from './random.ts';
import { withTagRace } from './withTagRace.ts';

/** Builds of the account `demo` at its start. */
export const DEMO_COUNT = 2412;
const BURST = 32;
const DAY = 86_400_000;
const ORPHAN_DAYS = [6.9, 7.02, 7.03, 7.04, 7.3, 12.6, 33.1] as const;

/** The past of `demo`: 60 days, a few orphans and odd failures, a tag race, and a push that is under way at `start`. */
export function demoPlans(seed: number, start: number): Plan[] {
  const count = DEMO_COUNT - BURST;
  const past = [...planHistory({ count, seed, now: start - 60_000, days: 60 })];
  const orphans = ORPHAN_DAYS.map((days) => start - days * DAY);
  const burst = planPush(randomFrom(seed, 'burst'), {
    at: start - 45_000,
    size: BURST,
    inFlight: 10,
    buildMs: 30_000,
    failing: 0.15,
    counter: 700_000,
  });
  return [...burst, ...withTagRace(withOddFailures(orphaned(past, orphans)), start)];
}

/** Makes the build nearest to each of those times stop in the middle for ever. */
function orphaned(plans: readonly Plan[], times: readonly number[]): Plan[] {
  const started = plans.filter((plan) => plan.building !== null);
  const lost = new Set<Plan>();
  for (const time of times) {
    const far = (plan: Plan) => (lost.has(plan) ? Infinity : Math.abs(plan.created - time));
    lost.add(started.reduce((best, plan) => (far(plan) < far(best) ? plan : best)));
  }
  return plans.map((plan) => {
    if (!lost.has(plan)) return plan;
    const artifacts = plan.artifacts.map((one) => ({ ...one, ended: null, error: null }));
    return { ...plan, ended: null, artifacts };
  });
}
