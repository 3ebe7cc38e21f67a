import { cuidStart } from './cuid.ts';
import { failure } from './failureMessage.ts';
import { imagesOfPush } from './imageNames.ts';
import type { Plan } from './Plan.ts';
import { planBuild } from './planBuild.ts';
import type { Random } from './random.ts';
import { stamp } from './stamp.ts';

/** One push: `size` builds asked for together, of which `inFlight` run at a time. */
export interface Push {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly size: number;
  readonly inFlight: number;
  /** Milliseconds that an average build takes. */
  readonly buildMs: number;
  /** The share of builds that fail, 0 to 1. */
  readonly failing: number;
  /** Where ids begin to count; builds of other pushes must not share counters. */
  readonly counter: number;
}

const OWNERS = [
  'prime/cmb4q1x7d0007ky04h2v9s3te',
  'prime/ada',
  'prime/team-cm9zk2w8r0003l708u5d1q6fy',
  'cm7f0d3ab0001mi08xk5r2n9w',
] as const;

/** Decides how every build of a push goes. The same random stream gives the same plans. */
export function* planPush(random: Random, push: Push): Generator<Plan> {
  const owner = random.pick(OWNERS);
  const common = failure(random);
  const whole = random.chance(0.4);
  const withVm = random.next() * 0.8;
  const workers = Array.from({ length: Math.min(push.inFlight, push.size) }, () => push.at);
  let asked = push.at;
  for (const [index, image] of imagesOfPush(random, push.size).entries()) {
    const created = stamp(random, asked);
    asked += 60 + random.next() * 240;
    const worker = workers.indexOf(Math.min(...workers));
    const free = Math.max(workers[worker] ?? 0, created) + 300 + random.next() * 2500;
    const cause = random.chance(push.failing) ? (whole ? common : failure(random)) : null;
    const plan = planBuild(random, {
      image,
      owner,
      created,
      free,
      buildMs: push.buildMs,
      cause,
      vm: random.chance(withVm),
      idStart: cuidStart(created, push.counter + index),
    });
    workers[worker] = plan.ended ?? free;
    yield plan;
  }
}
