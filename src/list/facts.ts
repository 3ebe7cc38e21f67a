import type { Artifact } from '../contract/build.ts';
import { firstLine } from '../lib/text.ts';

/** True when a message says something: a line of it is left without white space and codes. */
export function saysSomething(message: string | null): message is string {
  return message !== null && firstLine(message) !== '';
}

/** The first error of a build's artifacts that says something, as it came; null when none does. */
export function firstErrorOf(artifacts: readonly Artifact[] | null): string | null {
  return artifacts?.find((one) => saysSomething(one.errorMessage))?.errorMessage ?? null;
}

/** True when a path can be seen: one of white space alone is none. */
export function isPath(path: string | null): path is string {
  return path !== null && path.trim() !== '';
}

/** The first image path of a build's artifacts, as it came; null when none has one. */
export function firstPathOf(artifacts: readonly Artifact[] | null): string | null {
  return artifacts?.find(({ fullImagePath }) => isPath(fullImagePath))?.fullImagePath ?? null;
}
