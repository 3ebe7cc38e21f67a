import type { Build } from '../../contract/build.ts';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { type Random, randomFrom } from '../../local-api/demo/random.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A build as it will have gone. Times in milliseconds since the epoch. */
export interface SimulatedBuild {
  readonly id: string;
  readonly imageName: string;
  readonly imageTag: string;
  readonly created: number;
  readonly started: number;
  readonly ended: number;
  readonly failed: boolean;
  readonly cancelled?: boolean;
}

/** What a client does that pushes many images: so many at a time, the next when one has ended. */
export interface PushWanted {
  readonly family: string;
  readonly at: number;
  readonly images: number;
  readonly inFlight: number;
  /** Milliseconds that the middle build takes. */
  readonly median: number;
  /** The share of builds that fail, 0 to 1. */
  readonly failing: number;
  /** Failed images are pushed again: at once, once all others are, or not at all. */
  readonly retries: 'at once' | 'at the end' | 'none';
  /** How often the client stands still for up to 90 s, while what it pushed goes on. */
  readonly pauses: number;
}

export interface SimulatedPush extends PushWanted {
  /** In the order of their creation. */
  readonly builds: readonly SimulatedBuild[];
  readonly lastCreated: number;
  readonly lastEnded: number;
}

const MOST_TRIES = 3;
const LONGEST_PAUSE = 90 * SECOND;
/** The client gives a build up after this. */
const LONGEST_BUILD = 30 * MINUTE;
const SPREAD = 0.5;

/** One push, build by build. */
export function simulatePush(random: Random, wanted: PushWanted): SimulatedPush {
  const { family, at, images, inFlight, median, failing, retries, pauses } = wanted;
  const tag = `v${random.int(1, 30)}`;
  const queue = Array.from({ length: images }, (_, image) => ({ image, tries: 1 }));
  const pausesBefore = new Set(Array.from({ length: pauses }, () => random.int(1, images)));
  const slots = Array.from({ length: Math.min(inFlight, images) }, () => at);
  const builds: SimulatedBuild[] = [];
  for (let next = 0; next < queue.length; next += 1) {
    const { image, tries } = queue[next] ?? { image: 0, tries: 1 };
    const slot = slots.indexOf(Math.min(...slots));
    // It stands still when it could have gone on: with few in flight, nothing may run meanwhile.
    const pause = pausesBefore.has(next) ? random.next() * LONGEST_PAUSE : 0;
    if (pause > 0) hold(slots, (slots[slot] ?? at) + pause);
    const free = slots[slot] ?? at;
    const created = free + 100 + random.next() * 2 * SECOND;
    const started = created + random.next() * 5 * SECOND;
    const took = Math.min(LONGEST_BUILD, median * Math.exp(SPREAD * normal(random)));
    const failed = random.chance(failing);
    const ended = started + (failed ? took * random.next() : took);
    slots[slot] = ended;
    builds.push({
      id: `${family}-${Math.round(at)}-${next}`,
      imageName: `${family}.task-${image}`,
      imageTag: tag,
      created,
      started,
      ended,
      failed,
    });
    if (failed && retries !== 'none' && tries < MOST_TRIES) {
      const again = { image, tries: tries + 1 };
      if (retries === 'at once') queue.splice(next + 1, 0, again);
      else queue.push(again);
    }
  }
  builds.sort((a, b) => a.created - b.created);
  return {
    ...wanted,
    builds,
    lastCreated: builds.at(-1)?.created ?? at,
    lastEnded: builds.reduce((last, { ended }) => Math.max(last, ended), at),
  };
}

/** A push of any size that people make. */
export function anyPush(random: Random, family: string, at: number, most = 20_000): PushWanted {
  return {
    family,
    at,
    images: Math.round(between(random, 100, most)),
    inFlight: random.int(1, 64),
    median: between(random, 20 * SECOND, 10 * MINUTE),
    failing: random.pick([0, 0.02, 0.05, 0.2]),
    retries: random.pick(['at once', 'at the end', 'none']),
    pauses: random.pick([0, 0, 1, 3]),
  };
}

/**
 * The pushes of an account: of two families that overlap, each pushed once or twice, the second
 * time three minutes to six hours after the first has ended.
 */
export function simulateAccount(seed: number, start: number, most?: number): SimulatedPush[] {
  const random = randomFrom(seed, 'pushes');
  const pushes: SimulatedPush[] = [];
  let at = start;
  for (const family of ['swe-gym', 'codecontests']) {
    const first = simulatePush(random, anyPush(random, family, at, most));
    pushes.push(first);
    if (random.chance(0.5)) {
      const later = first.lastEnded + between(random, 3 * MINUTE, 6 * HOUR);
      pushes.push(simulatePush(random, anyPush(random, family, later, most)));
    }
    at = start + random.next() * (first.lastEnded - start);
  }
  return pushes;
}

/** A simulated build as the API tells of it at `now`; null before it is created. */
export function simulatedAt(build: SimulatedBuild, now: number): Build | null {
  const { id, imageName, imageTag, created, started, ended } = build;
  if (now < created) return null;
  const isOver = ended <= now;
  const isStarted = started <= now;
  const status = isOver ? endOf(build) : isStarted ? 'BUILDING' : 'PENDING';
  const createdAt = iso(created);
  const startedAt = isStarted ? iso(started) : null;
  const completedAt = isOver ? iso(ended) : null;
  const times = { status, createdAt, startedAt, completedAt };
  return buildOf(id, {
    imageName,
    imageTag,
    ...times,
    artifacts: [artifactOf(`${id}a`, times)],
  });
}

function endOf({ failed, cancelled }: SimulatedBuild): string {
  if (failed) return 'FAILED';
  return cancelled ? 'CANCELLED' : 'COMPLETED';
}

/** No slot is filled before a moment, though it is free. */
function hold(slots: number[], until: number): void {
  slots.forEach((free, at) => {
    slots[at] = Math.max(free, until);
  });
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Between two numbers, small ones as likely as large ones. */
function between(random: Random, low: number, high: number): number {
  return low * (high / low) ** random.next();
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
