import { type Random, randomFrom } from '../../local-api/demo/random.ts';

/** One image build of a push. Times are in ms since the epoch. */
export interface StrangersBuild {
  readonly id: string;
  readonly imageName: string;
  readonly imageTag: string;
  readonly created: number;
  readonly started: number;
  readonly ended: number;
  readonly failed: boolean;
  /** Ended by its owner: neither completed nor failed. */
  readonly cancelled: boolean;
}

/** One bulk push of one family, its builds in the order of their creation. Times are in ms. */
export interface StrangersPush {
  /** What the names have in common: all before the first `/` or `.`, else before the last digits. */
  readonly family: string;
  /** Different images, each of which has one build or more. */
  readonly images: number;
  /** The most builds that are active at one time. */
  readonly inFlight: number;
  /** How often the client stood still. */
  readonly pauses: number;
  /** When failed images are pushed again: `never`, `at once` or `after the rest`. */
  readonly retries: string;
  readonly builds: readonly StrangersBuild[];
  readonly lastCreated: number;
  readonly lastEnded: number;
}

/** How the images of a family are named: `family`, `between`, a number, `after`. */
interface Naming {
  readonly family: string;
  readonly between: string;
  /** Digits that the number is filled up to with zeros. */
  readonly digits: number;
  readonly after: string;
}

/** How the builds of one push go. Times are in ms. */
interface Habits {
  readonly inFlight: number;
  readonly retries: Retries;
  /** Whether a failed image waits until nothing is active, when it comes after the rest. */
  readonly inRounds: boolean;
  /** Builds of one image, at most. */
  readonly tries: number;
  readonly callMedian: number;
  readonly waitMedian: number;
  /** Chances, per creation, of a pause and of a burst. */
  readonly pauseChance: number;
  readonly burstChance: number;
  readonly cancelChance: number;
  readonly flakyChance: number;
  /** From this creation on, counted from 0, builds fail by `causeChance`. */
  readonly causeFrom: number;
  readonly causeChance: number;
}

/** An image that a client has yet to push, or pushes again. */
interface Image {
  readonly name: string;
  readonly tag: string;
  /** How long its builds run, about, in ms. */
  readonly run: number;
  /** Whether all its builds fail. */
  readonly broken: boolean;
  tries: number;
}

/** A build in flight. */
interface Slot {
  readonly ended: number;
  readonly image: Image;
  readonly failed: boolean;
}

type Retries = 'never' | 'at once' | 'after the rest';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const FEWEST = 100;
const LONGEST_PAUSE = 90 * SECOND;
/** Between the last end of a push and the next push of the same family. */
const SHORTEST_REST = 3 * MINUTE;

const NAMINGS: readonly [Naming, ...Naming[]] = [
  { family: 'swe-gym', between: '.task-', digits: 0, after: '' },
  { family: 'codecontests', between: '/', digits: 5, after: '' },
  { family: 'humaneval-x-js-', between: '', digits: 0, after: '' },
  { family: 'humaneval-x-go-', between: '', digits: 0, after: '' },
  { family: 'humaneval-x', between: '/rust-', digits: 0, after: '' },
  { family: 'swe-bench', between: '/django__django-', digits: 0, after: '' },
  { family: 'swe-bench-extra', between: '.', digits: 6, after: '.v2' },
  { family: 'terminal-tasks', between: '/task_', digits: 4, after: '/base' },
  { family: 'mbpp', between: '/', digits: 0, after: '' },
  { family: 'apps', between: '.p', digits: 4, after: '' },
  { family: 'r2e-', between: '', digits: 0, after: '-env' },
  { family: 'repo2run_', between: '', digits: 5, after: '' },
  { family: 'lcb-v6-', between: '', digits: 0, after: '' },
  { family: 'kernels', between: '/l2/', digits: 3, after: '' },
  { family: 'nemotron', between: '.code.', digits: 0, after: '' },
];

/**
 * The pushes of one account, the same for the same seed, from `start` (ms since the epoch) on, in
 * the order of their first builds. `most` is the number of images that no push exceeds.
 */
export function strangersAccount(seed: number, start: number, most = 20_000): StrangersPush[] {
  const random = randomFrom(seed, 'strangers account');
  const one = random.pick(NAMINGS);
  let other = random.pick(NAMINGS);
  while (other === one) other = random.pick(NAMINGS);

  const ones = pushesOf(randomFrom(seed, 'one'), one, start, most);
  const first = ones[0];
  // Both from one script, or the other one while the first is still being pushed.
  const share = random.chance(0.25) ? 0 : random.next() * 0.95;
  const otherStart = first ? start + Math.floor((first.lastCreated - start) * share) : start;
  const others = pushesOf(randomFrom(seed, 'other'), other, otherStart, most);
  return [...ones, ...others].sort((a, b) => firstCreated(a) - firstCreated(b));
}

/** The one or two pushes of a family, the first from `start` (ms) on. */
function pushesOf(random: Random, naming: Naming, start: number, most: number): StrangersPush[] {
  const number = random.chance(0.5) ? random.int(0, 1) : random.int(2, 40_000);
  const first = pushOf(random, naming, number, start, most);
  if (random.chance(0.5)) return [first];
  const rest = Math.ceil(logBetween(random, SHORTEST_REST, 12 * HOUR));
  // The same images once more, as many or not, or others.
  const nextNumber = random.chance(0.6) ? number : number + 3 * first.images;
  return [first, pushOf(random, naming, nextNumber, first.lastEnded + rest, most)];
}

/** One push of images numbered from `number` up, from `start` (ms) on. */
function pushOf(
  random: Random,
  naming: Naming,
  number: number,
  start: number,
  most: number,
): StrangersPush {
  const count = Math.round(logBetween(random, Math.min(FEWEST, most), most));
  // Most failures are the image's own and come again, the others are chance.
  const failing = failureShare(random);
  const images = imagesOf(random, naming, number, count, failing * 0.7);
  const habits = habitsOf(random, count, failing * 0.3);
  const { builds, pauses } = buildsOf(random, images, habits, start);
  let lastEnded = start;
  for (const build of builds) lastEnded = Math.max(lastEnded, build.ended);
  return {
    family: naming.family,
    images: count,
    inFlight: habits.inFlight,
    pauses,
    retries: habits.retries,
    builds,
    lastCreated: builds.at(-1)?.created ?? start,
    lastEnded,
  };
}

/** The share of builds that fail in a push, of 1. */
function failureShare(random: Random): number {
  if (random.chance(0.5)) return random.next() * 0.005;
  return random.chance(0.5) ? 0.01 + random.next() * 0.07 : 0.12 + random.next() * 0.16;
}

/** The habits of a client that pushes `count` images. */
function habitsOf(random: Random, count: number, flakyChance: number): Habits {
  // Who has many images seldom pushes them one by one.
  const fewest = random.chance(0.15) ? 1 : Math.min(64, Math.ceil(count / 1_500));
  const hasCause = random.chance(0.2);
  return {
    inFlight: Math.round(logBetween(random, fewest, 64)),
    retries: random.pick<Retries>(['never', 'at once', 'after the rest']),
    inRounds: random.chance(0.5),
    tries: random.int(2, 3),
    callMedian: logBetween(random, 120, 1_500),
    waitMedian: logBetween(random, 100, 15 * SECOND),
    pauseChance: random.pick([0, 1, 3, 10, 30]) / count,
    burstChance: random.pick([0, 0.002, 0.02]),
    cancelChance: random.pick([0, 0, 0.001, 0.01]),
    flakyChance,
    causeFrom: hasCause ? Math.round(count * (0.35 + random.next() * 0.3)) : Infinity,
    causeChance: hasCause ? 0.3 + random.next() * 0.7 : 0,
  };
}

/** `count` images in the order of their push; `brokenShare` of them, of 1, never build. */
function imagesOf(
  random: Random,
  { family, between, digits, after }: Naming,
  first: number,
  count: number,
  brokenShare: number,
): Image[] {
  const median = logBetween(random, 30 * SECOND, 8 * MINUTE);
  const spread = 0.3 + random.next() * 0.6;
  const slowShare = random.pick([0, 0.005, 0.03, 0.08]);
  const largestStep = random.pick([1, 1, 3]);
  const common = random.pick(['latest', 'v1', `v0.${random.int(1, 30)}`, random.letters(7, 16)]);
  const tagEach = random.chance(0.35);

  let number = first;
  const images: Image[] = [];
  for (let at = 0; at < count; at++) {
    const slower = random.chance(slowShare) ? 3 + random.next() * 9 : 1;
    images.push({
      name: `${family}${between}${String(number).padStart(digits, '0')}${after}`,
      tag: tagEach ? random.letters(12, 16) : common,
      run: random.around(median, spread) * slower,
      broken: random.chance(brokenShare),
      tries: 0,
    });
    number += largestStep === 1 ? 1 : random.int(1, largestStep);
  }
  if (random.chance(0.4)) shuffle(random, images);
  return images;
}

/** The builds of a push from `start` (ms) on, and how often the client stood still. */
function buildsOf(random: Random, images: readonly Image[], habits: Habits, start: number) {
  const builds: StrangersBuild[] = [];
  /** In flight, the next to end last. */
  const slots: Slot[] = [];
  let round = images;
  let at = 0;
  let again: Image[] = [];
  let now = start;
  let pauses = 0;
  let burst = 0;

  const seeEnd = () => {
    const slot = slots.pop();
    if (!slot) return;
    now = Math.max(now, slot.ended);
    const retried = slot.failed && habits.retries !== 'never' && slot.image.tries < habits.tries;
    if (retried) again.push(slot.image);
  };
  const nextImage = () => {
    if (habits.retries === 'at once' && again.length > 0) return again.pop();
    if (at >= round.length && (!habits.inRounds || slots.length === 0)) {
      round = again;
      again = [];
      at = 0;
    }
    return at < round.length ? round[at++] : undefined;
  };

  for (;;) {
    while ((slots.at(-1)?.ended ?? Infinity) <= now) seeEnd();
    const image = slots.length < habits.inFlight ? nextImage() : undefined;
    if (!image) {
      if (slots.length === 0) break;
      seeEnd();
      continue;
    }
    if (burst === 0 && random.chance(habits.pauseChance)) {
      now += Math.round(logBetween(random, 3 * SECOND, LONGEST_PAUSE));
      pauses++;
    }
    if (burst > 0) burst--;
    else if (random.chance(habits.burstChance)) burst = random.int(2, 8);
    const call = random.around(habits.callMedian, 0.4);
    now += burst > 0 ? random.int(1, 40) : Math.round(between(call, 100, 2 * SECOND));

    const build = buildOf(random, image, habits, builds.length, now);
    builds.push(build);
    image.tries++;
    insert(slots, { ended: build.ended, image, failed: build.failed });
  }
  return { builds, pauses };
}

/** The build of `image` created at `created` (ms), after `before` others of its push. */
function buildOf(
  random: Random,
  image: Image,
  habits: Habits,
  before: number,
  created: number,
): StrangersBuild {
  const cancelled = random.chance(habits.cancelChance);
  const caused = before >= habits.causeFrom && random.chance(habits.causeChance);
  const failed = !cancelled && (caused || image.broken || random.chance(habits.flakyChance));
  const wait = between(random.around(habits.waitMedian, 0.7), 50, MINUTE);
  // What fails or is cancelled often does not come to the end of its steps.
  const part = failed || cancelled ? 0.1 + random.next() * 0.9 : 1;
  const run = between(random.around(image.run, 0.1) * part, 20 * SECOND, 30 * MINUTE);
  const started = created + Math.round(wait);
  return {
    id: random.letters(16),
    imageName: image.name,
    imageTag: image.tag,
    created,
    started,
    ended: started + Math.round(run),
    failed,
    cancelled,
  };
}

/** Puts `slot` in its place among at most 64, which are in order, the latest end first. */
function insert(slots: Slot[], slot: Slot): void {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((slots[middle]?.ended ?? 0) > slot.ended) low = middle + 1;
    else high = middle;
  }
  slots.splice(low, 0, slot);
}

/** Brings `list` into an order by chance. */
function shuffle<T>(random: Random, list: T[]): void {
  for (let at = list.length - 1; at > 0; at--) {
    const swap = random.int(0, at);
    const [here, there] = [list[at], list[swap]];
    if (here === undefined || there === undefined) continue;
    list[at] = there;
    list[swap] = here;
  }
}

/** When the first build of a push was created, in ms. */
function firstCreated(push: StrangersPush): number {
  return push.builds[0]?.created ?? push.lastCreated;
}

/** A number from `min` to `max`, small ones as likely as large ones by their order of size. */
function logBetween(random: Random, min: number, max: number): number {
  return min * (max / min) ** random.next();
}

/** `value`, or the end of the range from `min` to `max` that it is beyond. */
function between(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
