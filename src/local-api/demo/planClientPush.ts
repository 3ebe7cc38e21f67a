import { cuidStart } from './cuid.ts';
import type { Failure } from './failureMessage.ts';
import type { Plan } from './Plan.ts';
import { planBuild } from './planBuild.ts';
import type { Random } from './random.ts';
import { stamp } from './stamp.ts';

/** A push as the API's own client does it, meant to be watched. Times in milliseconds. */
export interface ClientPush {
  /** When it begins, since the epoch. */
  readonly at: number;
  readonly tag: string;
  /** Where ids begin to count; builds of other pushes must not share counters. */
  readonly counter: number;
}

export const WATCHED_IMAGES = 400;
const IN_FLIGHT = 64;
const BUILD_MS = 45_000;
/** The first ones are asked for one after another. */
const ASKING_MS = 120;
/** From half-way on something is wrong with one in so many. */
const BROKEN_FROM = 0.5;
const BROKEN = 0.3;
/** One image, asked for at this share of the push, takes so many times as long. */
const SLOW_AT = 0.6;
const SLOW = 9;

const OWNER = 'prime/ada';
const REPOSITORIES = ['django', 'sympy', 'astropy', 'matplotlib'] as const;

/** What breaks half-way: a registry that begins to refuse. */
const REFUSED: Failure = {
  early: false,
  message: ({ name, tag }) =>
    `failed to push prime-registry/${name}:${tag}: unexpected status from PUT request: 503 Service Unavailable`,
};

/**
 * Decides how every build of it goes: the next one is created when one of 64 slots frees, so that
 * nobody can tell from the list how many there will be. The same random stream gives the same plans.
 */
export function* planClientPush(random: Random, { at, tag, counter }: ClientPush): Generator<Plan> {
  const slots = Array.from({ length: IN_FLIGHT }, (_, slot) => at + slot * ASKING_MS);
  const slow = Math.floor(WATCHED_IMAGES * SLOW_AT);
  for (let index = 0; index < WATCHED_IMAGES; index += 1) {
    const slot = slots.indexOf(Math.min(...slots));
    const created = stamp(random, (slots[slot] ?? at) + 200 + random.next() * 1800);
    const broken = index >= WATCHED_IMAGES * BROKEN_FROM && random.chance(BROKEN);
    const isSlow = index === slow;
    const plan = planBuild(random, {
      image: { name: imageName(index), tag },
      owner: OWNER,
      created,
      free: created + 300 + random.next() * 1500,
      buildMs: isSlow ? BUILD_MS * SLOW : BUILD_MS,
      cause: broken && !isSlow ? REFUSED : null,
      vm: false,
      idStart: cuidStart(created, counter + index),
    });
    slots[slot] = plan.ended ?? created;
    yield plan;
  }
}

/** The same images in each such push, as of one data set. */
function imageName(index: number): string {
  const repository = REPOSITORIES[index % REPOSITORIES.length] ?? REPOSITORIES[0];
  return `swe-rebench.${repository}-${10_000 + index * 7}`;
}
