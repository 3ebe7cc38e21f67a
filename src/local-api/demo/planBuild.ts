import { cuid } from './cuid.ts';
import type { Failure } from './failureMessage.ts';
import type { Image } from './imageNames.ts';
import type { ArtifactPlan, Plan } from './Plan.ts';
import type { Random } from './random.ts';
import { stamp } from './stamp.ts';

/** What is already settled about a build when its turn comes. Times in milliseconds. */
export interface Fate {
  readonly image: Image;
  /** The path before the image's name, such as `prime/ada`. */
  readonly owner: string;
  readonly created: number;
  /** When a worker takes it up. */
  readonly free: number;
  /** What an average build takes. */
  readonly buildMs: number;
  /** Null when it does not fail. */
  readonly cause: Failure | null;
  /** Whether a VM sandbox is made beside the container image. */
  readonly vm: boolean;
  /** What its ids begin with. */
  readonly idStart: string;
}

/** Decides how one build goes: early failure, cancelled while waiting, or a run to some end. */
export function planBuild(random: Random, fate: Fate): Plan {
  if (fate.cause?.early) return failsEarly(random, fate, fate.cause);
  if (random.chance(0.012)) return cancelledWhileWaiting(random, fate);
  return runs(random, fate);
}

function failsEarly(random: Random, fate: Fate, cause: Failure): Plan {
  const uploading = stamp(random, fate.free);
  const ended = stamp(random, uploading + random.around(3000));
  const error = cause.message(fate.image);
  const artifact = container(random, fate, { started: null, ended, outcome: 'FAILED', error });
  return {
    ...named(random, fate),
    uploading,
    building: null,
    ended,
    outcome: 'FAILED',
    artifacts: [artifact],
  };
}

function cancelledWhileWaiting(random: Random, fate: Fate): Plan {
  const ended = stamp(random, fate.free + random.around(20_000));
  const times = { started: null, ended, outcome: 'CANCELLED', error: null } as const;
  return {
    ...named(random, fate),
    uploading: null,
    building: null,
    ended,
    outcome: 'CANCELLED',
    artifacts: [container(random, fate, times)],
  };
}

function runs(random: Random, fate: Fate): Plan {
  const { cause, image } = fate;
  const uploading = stamp(random, fate.free);
  const building = stamp(random, uploading + random.around(fate.buildMs / 12 + 1500));
  const took = (share: number) => cause?.afterMs ?? random.around(fate.buildMs * share);
  const onlyVmFails = cause !== null && fate.vm && random.chance(0.5);
  const cancelled = cause === null && random.chance(0.012);
  const fails = cause !== null && !onlyVmFails;
  const first = container(random, fate, {
    started: building,
    ended: stamp(random, building + took(1)),
    outcome: fails ? 'FAILED' : cancelled ? 'CANCELLED' : 'COMPLETED',
    error: fails ? cause.message(image) : null,
  });
  const vm = fate.vm ? sandbox(random, fate, first, onlyVmFails ? cause : null, took(1.4)) : null;
  const outcome = first.outcome === 'COMPLETED' ? (vm?.outcome ?? 'COMPLETED') : first.outcome;
  return {
    ...named(random, fate),
    uploading,
    building,
    ended: Math.max(first.ended, vm?.ended ?? 0),
    outcome,
    artifacts: vm ? [first, vm] : [first],
  };
}

/** The VM image of a build: made of the finished container image, or beside it. */
function sandbox(
  random: Random,
  fate: Fate,
  first: ReturnType<typeof container>,
  cause: Failure | null,
  took: number,
): ArtifactPlan & { readonly ended: number } {
  const waits = random.chance(0.5);
  const dropped = waits && first.outcome !== 'COMPLETED';
  const begin = waits ? first.ended + 400 + random.next() * 2000 : (first.started ?? fate.free);
  const started = waits ? stamp(random, begin) : begin;
  return {
    id: cuid(random, fate.idStart),
    type: 'VM_SANDBOX',
    created: fate.created,
    started: dropped ? null : started,
    ended: dropped ? first.ended : stamp(random, started + took),
    outcome: dropped ? 'CANCELLED' : cause ? 'FAILED' : 'COMPLETED',
    path: random.chance(0.06) ? null : pathOf(fate).replace(/^(prime\/)?/, 'prime-vm/'),
    pathAtEnd: random.chance(0.7),
    error: cause ? vmError(random, cause, fate.image) : null,
  };
}

function container(
  random: Random,
  fate: Fate,
  times: Pick<ArtifactPlan, 'started' | 'outcome' | 'error'> & { readonly ended: number },
) {
  return {
    id: cuid(random, fate.idStart),
    type: 'CONTAINER_IMAGE' as const,
    created: fate.created,
    path: random.chance(0.06) ? null : pathOf(fate),
    pathAtEnd: random.chance(0.4),
    ...times,
  };
}

function named(random: Random, fate: Fate) {
  return {
    id: cuid(random, fate.idStart),
    imageName: fate.image.name,
    imageTag: fate.image.tag,
    created: fate.created,
  };
}

function pathOf({ owner, image }: Fate): string {
  return `${owner}/${image.name}:${image.tag}`;
}

function vmError(random: Random, cause: Failure, image: Image): string {
  return random.chance(0.5)
    ? cause.message(image)
    : `vm image conversion failed: mkfs.ext4: No space left on device while writing rootfs (${random.int(4, 40)} GiB)`;
}
