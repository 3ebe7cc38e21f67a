import type { Build } from '../../contract/build.ts';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { buildAt } from '../../local-api/demo/buildAt.ts';
import { demoPlans } from '../../local-api/demo/demoPlans.ts';
import type { Plan } from '../../local-api/demo/Plan.ts';
import { type Random, randomFrom } from '../../local-api/demo/random.ts';
import { Batches } from '../batches/Batches.ts';
import { Durations, type Estimate, type Rung } from '../durations/Durations.ts';
import { TestStore } from './TestStore.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 24, 9);
/** Builds of the demo are looked at as they were: each look makes a list of its own. */
const LOOKBACK_MS = 12 * 24 * 60 * MINUTE;

/** How often "usually A to B" held the truth, before rounding, and how often a healthy build was called long. */
export interface DurationScore {
  readonly name: string;
  readonly builds: number;
  /** Shares, 0 to 1. */
  readonly covered: number;
  readonly warned: number;
}

/** A world in which nothing changes but by chance. */
interface World {
  readonly name: string;
  /** How long a build takes. Minutes. */
  readonly took: (random: Random) => number;
  /** The share that fails, each at any time before it would have completed. */
  readonly failing: number;
  /** Builds before this one, and minutes between their starts. */
  readonly before: number;
  readonly apart: number;
}

const logNormal = (median: number, spread: number) => (random: Random) =>
  median * Math.exp(spread * normal(random));

/** Stationary worlds: one after the other, close together, seldom, of every spread. */
export const WORLDS: readonly World[] = [
  { name: 'one a minute', took: logNormal(5, 0.45), failing: 0, before: 40, apart: 1 },
  { name: 'seldom', took: logNormal(5, 0.45), failing: 0, before: 40, apart: 60 },
  { name: 'much alike', took: logNormal(5, 0.1), failing: 0, before: 40, apart: 1 },
  { name: 'little alike', took: logNormal(5, 0.9), failing: 0, before: 60, apart: 1 },
  { name: 'long and apart', took: logNormal(20, 0.9), failing: 0, before: 60, apart: 60 },
  { name: 'a fifth fails', took: logNormal(5, 0.45), failing: 0.2, before: 50, apart: 1 },
  { name: 'half still runs', took: logNormal(20, 0.45), failing: 0, before: 80, apart: 0.5 },
  {
    name: 'evenly spread',
    took: (random) => 1 + 9 * random.next(),
    failing: 0,
    before: 40,
    apart: 1,
  },
  { name: 'a few before', took: logNormal(5, 0.45), failing: 0, before: 8, apart: 30 },
];

/** Looks at one build in each of many copies of a world, at the moment at which it completes. */
export function simulateWorld(world: World, builds: number, seed: number): DurationScore {
  const random = randomFrom(seed, world.name);
  let covered = 0;
  let warned = 0;
  for (let run = 0; run < builds; run += 1) {
    const own = world.took(random);
    const before = Array.from({ length: world.before }, (_, at) => {
      const ago = own + world.apart * (at + random.next());
      return past(`p${at}`, ago, world, random);
    });
    const { estimate } = look([started('now', own, null), ...before], 'now', NOW);
    if (holds(estimate, own * MINUTE)) covered += 1;
    if (isWarned(estimate)) warned += 1;
  }
  return { name: world.name, builds, covered: covered / builds, warned: warned / builds };
}

/** The demo account's own builds, each looked at as it completed, by the rung it was compared on. */
export function simulateDemo(builds: number, seed: number): readonly DurationScore[] {
  const plans = demoPlans(seed, NOW);
  const random = randomFrom(seed, 'looks');
  const scores = new Map<Rung, { builds: number; covered: number; warned: number }>();
  for (let run = 0; run < builds; run += 1) {
    const plan = plans[Math.floor(random.next() * plans.length)];
    const whole = plan === undefined ? null : buildAt(plan, NOW);
    if (whole?.status !== 'COMPLETED' || whole.startedAt === null || whole.completedAt === null) {
      continue;
    }
    const end = Date.parse(whole.completedAt);
    const { estimate } = look(listAt(plans, end - 1000), whole.id, end - 1000);
    if (estimate === null) continue;
    const score = scores.get(estimate.rung) ?? { builds: 0, covered: 0, warned: 0 };
    scores.set(estimate.rung, {
      builds: score.builds + 1,
      covered: score.covered + (holds(estimate, end - Date.parse(whole.startedAt)) ? 1 : 0),
      warned: score.warned + (isWarned(estimate) ? 1 : 0),
    });
  }
  return [...scores].map(([name, { builds, covered, warned }]) => ({
    name,
    builds,
    covered: covered / builds,
    warned: warned / builds,
  }));
}

function listAt(plans: readonly Plan[], now: number): Build[] {
  return plans.flatMap((plan) => {
    if (plan.created < now - LOOKBACK_MS) return [];
    return buildAt(plan, now) ?? [];
  });
}

function look(builds: readonly Build[], id: string, now: number) {
  const store = new TestStore(builds);
  const durations = new Durations(new Batches());
  durations.facts(store.table, now);
  while (!durations.work(1000));
  return { estimate: durations.estimate(store.table, store.table.rowOf(id) ?? -1, now) };
}

function holds(estimate: Estimate | null, ms: number): boolean {
  const { from, to } = estimate?.usual ?? { from: null, to: null };
  return from !== null && ms >= from && (to === null || ms <= to);
}

function isWarned(estimate: Estimate | null): boolean {
  return (estimate?.progress?.length ?? 'usual') !== 'usual';
}

/** A build that started `ago` minutes ago: completed, failed or still running by now. */
function past(id: string, ago: number, world: World, random: Random): Build {
  const took = world.took(random);
  const fails = random.next() < world.failing;
  const end = fails ? took * random.next() : took;
  if (end > ago) return started(id, ago, null);
  return { ...started(id, ago, end), ...(fails && { status: 'FAILED' }) };
}

function started(id: string, ago: number, took: number | null): Build {
  const at = NOW - ago * MINUTE;
  const iso = (ms: number) => new Date(ms).toISOString();
  return buildOf(id, {
    status: took === null ? 'BUILDING' : 'COMPLETED',
    createdAt: iso(at - 1000),
    startedAt: iso(at),
    completedAt: took === null ? null : iso(at + took * MINUTE),
    artifacts: [artifactOf(`${id}a`)],
  });
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
