import type { Build } from '../../contract/build.ts';
import { buildsAt, changesOf } from './buildAt.ts';
import type { Plan } from './Plan.ts';
import { planClientPush, WATCHED_IMAGES } from './planClientPush.ts';
import { planPush } from './planPush.ts';
import { randomFrom } from './random.ts';

const SLOT_MS = 60_000;
/** Ids of live pushes count from here, past those of any history. */
const LIVE_COUNTER = 800_000;

/** A large push begins with each of so many small ones: some minutes of it, then some of rest. */
const WATCHED_EVERY = 30;
/** Soon enough that whoever opens the demo sees it begin. */
const WATCHED_AFTER_MS = 8_000;
const WATCHED_COUNTER = 720_000;
const FIRST_TAG = 6;

/** Builds that go on: what has changed since it was last asked. */
export interface Life {
  /** Builds that were created or have changed since the last call, as they stand at `now`. */
  advance(now: number): Build[];
}

/**
 * Lets planned builds go on from `start` (milliseconds), and a small push begin about every
 * minute, a large one every half hour. What stands at a time depends on the seed, the start and that time alone, however often
 * it was asked before. A clock that goes back changes nothing.
 */
export function startLife(seed: number, start: number, plans: readonly Plan[]): Life {
  let seen = start;
  let slots = 0;
  let going = plans.filter((plan) => endOf(plan) > start);
  return {
    advance: (now) => {
      if (now <= seen) return [];
      for (; start + slots * SLOT_MS <= now; slots++) {
        going.push(...pushOfSlot(seed, start, slots));
        if (slots % WATCHED_EVERY === 0) {
          going.push(...watchedPush(seed, start, slots / WATCHED_EVERY));
        }
      }
      const changed = going.filter((plan) =>
        changesOf(plan).some((time) => time > seen && time <= now),
      );
      going = going.filter((plan) => endOf(plan) > now);
      seen = now;
      return [...buildsAt(changed, now)];
    },
  };
}

/** The push that begins within minute `slot` of a life. */
function pushOfSlot(seed: number, start: number, slot: number): Iterable<Plan> {
  const random = randomFrom(seed, 'live', slot);
  return planPush(random, {
    at: start + slot * SLOT_MS + random.int(4_000, 40_000),
    size: slot % 12 === 11 ? random.int(30, 60) : random.int(3, 9),
    inFlight: 6,
    buildMs: 28_000,
    failing: random.pick([0.05, 0.1, 0.1, 0.4]),
    counter: LIVE_COUNTER + slot * 64,
  });
}

/** The large push of a half hour: the same images as in the one before, under the next tag. */
function watchedPush(seed: number, start: number, number: number): Iterable<Plan> {
  return planClientPush(randomFrom(seed, 'watched', number), {
    at: start + number * WATCHED_EVERY * SLOT_MS + WATCHED_AFTER_MS,
    tag: `v${FIRST_TAG + number}`,
    counter: WATCHED_COUNTER + number * WATCHED_IMAGES,
  });
}

function endOf(plan: Plan): number {
  return changesOf(plan).at(-1) ?? plan.created;
}
