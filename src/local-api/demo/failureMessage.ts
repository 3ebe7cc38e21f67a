import { dockerBuildError } from './dockerBuildError.ts';
import type { Image } from './imageNames.ts';
import type { Random } from './random.ts';

/** Why a build fails, in the words the API and Docker use, and how it shows in its times. */
export interface Failure {
  readonly message: (image: Image) => string;
  /** True when it fails before anything is built. */
  readonly early: boolean;
  /** Milliseconds after which it always fails, when it has such a time. */
  readonly afterMs?: number;
}

/** Picks a cause; a push that is broken as a whole has one cause for all its builds. */
export function failure(random: Random): Failure {
  const draw = random.next();
  if (draw < 0.16) {
    return { early: true, message: (image) => missingBase(random, image) };
  }
  if (draw < 0.22) return { early: true, message: () => 'source image not found' };
  if (draw < 0.27) {
    return {
      early: true,
      message: () => 'Image limit exceeded. Personal has 100 images.',
    };
  }
  if (draw < 0.32) {
    return { early: true, message: () => 'Image transfer rate limit exceeded: 10/10 images' };
  }
  if (draw < 0.39) {
    return {
      early: false,
      afterMs: 1_800_000,
      message: () => 'no terminal status after 1800s',
    };
  }
  if (draw < 0.46) {
    return {
      early: false,
      message: () =>
        `write /var/lib/buildkit/runc-overlayfs/snapshots/${random.int(100, 9999)}/fs/layer.tar: no space left on device`,
    };
  }
  if (draw < 0.52) {
    return {
      early: false,
      message: (image) =>
        `failed to push prime-registry/${image.name}:${image.tag}: unexpected status from PUT request: 503 Service Unavailable`,
    };
  }
  if (draw < 0.58) {
    return { early: false, message: () => 'process killed: out of memory (exit code: 137)' };
  }
  return { early: false, message: (image) => dockerBuildError(random, image) };
}

function missingBase(random: Random, image: Image): string {
  const base = random.pick([
    `docker.io/swebench/${image.name}:${image.tag}`,
    'nvidia/cuda:12.9.1-cudnn-devel-ubuntu20.04',
    'python:3.7-slim-buster',
    'ghcr.io/acme/base:stable',
  ]);
  return `failed to pull base image ${base}: not found`;
}
