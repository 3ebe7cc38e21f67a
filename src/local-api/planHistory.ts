import type { Plan } from './Plan.ts';
import { planPush } from './planPush.ts';
import { randomFrom } from './random.ts';

const DAY = 86_400_000;
const LARGEST_PUSH = 2000;

export interface BuildsWanted {
  readonly count: number;
  readonly seed: number;
  /** Milliseconds since the epoch: nothing is created later, and builds stand as of then. */
  readonly now: number;
  /** How far back they reach. */
  readonly days: number;
}

/** Plans builds of the past, newest first: mostly single ones, and bulk pushes that hold most. */
export function planHistory({ count, seed, now, days }: BuildsWanted): Plan[] {
  const random = randomFrom(seed, 'history', count, days);
  const plans: Plan[] = [];
  while (plans.length < count) {
    const bulk = random.chance(0.35);
    const wanted = bulk ? random.around(Math.min(400, 20 + count / 60), 0.9) : 1;
    const size = Math.max(1, Math.min(LARGEST_PUSH, count - plans.length, Math.round(wanted)));
    // 0.4 s a build is the longest that asking for them takes: none is created after now.
    const latest = now - size * 400 - 2000;
    plans.push(
      ...planPush(random, {
        at: latest - random.next() * Math.max(0, days * DAY - size * 400),
        size,
        inFlight: random.pick([4, 16, 32, 64]),
        buildMs: random.pick([45_000, 90_000, 140_000, 260_000]),
        failing: random.pick([0.02, 0.02, 0.03, 0.03, 0.05, 0.12, 0.6]),
        counter: plans.length,
      }),
    );
  }
  return plans.sort((a, b) => b.created - a.created || (a.id < b.id ? -1 : 1));
}
