import type { Plan } from './Plan.ts';
import { planPush } from './planPush.ts';
import { randomFrom } from './random.ts';

const DAY = 86_400_000;
const LARGEST_PUSH = 1500;
/** The longest that asking for one build of a push takes, with room. Milliseconds. */
const ASKING_MS = 400;

export interface BuildsWanted {
  readonly count: number;
  readonly seed: number;
  /** Milliseconds since the epoch: nothing is created later, and builds stand as of then. */
  readonly now: number;
  /** How far back they reach. */
  readonly days: number;
}

/**
 * Plans builds of the past, push by push in no order of time: mostly single builds, and bulk
 * pushes that hold most of them. Made one by one, since 100,000 plans at once keep the garbage
 * collector busier than the seeding itself.
 */
export function* planHistory({ count, seed, now, days }: BuildsWanted): Generator<Plan> {
  const random = randomFrom(seed, 'history', count, days);
  for (let made = 0; made < count; ) {
    const bulk = random.chance(0.35);
    const wanted = bulk ? random.around(Math.min(400, 20 + count / 60), 0.9) : 1;
    const size = Math.max(1, Math.min(LARGEST_PUSH, count - made, Math.round(wanted)));
    const latest = now - size * ASKING_MS - 2000;
    yield* planPush(random, {
      at: latest - random.next() * Math.max(0, days * DAY - size * ASKING_MS),
      size,
      inFlight: random.pick([16, 32, 64, 64]),
      buildMs: random.pick([45_000, 90_000, 140_000, 260_000]),
      failing: random.pick([0.01, 0.02, 0.02, 0.03, 0.03, 0.04, 0.06, 0.1, 0.35]),
      counter: made,
    });
    made += size;
  }
}
