import type { Artifact, Build } from '../../../contract/build.ts';
import { imageReference } from '../../../lib/imageReference.ts';
import { parseInstant } from '../../../lib/instant.ts';
import { stripAnsi } from '../../../lib/stripAnsi.ts';
import { cutEnd, makeVisible } from '../../../lib/text.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';

/** A text to copy, and what it is in words. */
export interface Copied {
  readonly text: string;
  readonly what: string;
}

/** The errors of a build's artifacts, each once, a blank line between two; null without any. */
export function errorOf(build: Build): Copied | null {
  const messages = (build.artifacts ?? []).map(({ errorMessage }) =>
    stripAnsi(errorMessage ?? '')
      .replace(/\r\n?/g, '\n')
      .trim(),
  );
  const distinct = [...new Set(messages.filter((message) => message !== ''))];
  if (distinct.length === 0) return null;
  const what = distinct.length === 1 ? 'the error' : `${distinct.length} errors`;
  return { text: distinct.join('\n\n'), what };
}

/**
 * The path to pull a build by: that of its container image, else of the type that comes first. Of
 * several attempts of one type it is the newest completed one's. The words say which where there
 * are several; null when the API gave none.
 */
export function pathOf(build: Build): Copied | null {
  const known = (build.artifacts ?? []).filter((artifact) => artifact.fullImagePath);
  const container = bestAttempt(known, 'CONTAINER_IMAGE');
  const text = (container ?? bestAttempt(known, known[0]?.artifactType))?.fullImagePath;
  if (!text) return null;
  const several = new Set(known.map((artifact) => artifact.fullImagePath)).size > 1;
  if (!several) return { text, what: 'the image path' };
  return { text, what: container ? 'the container image path' : 'the first image path' };
}

/** The newest artifact of a type that is completed; the newest of all where none is. */
function bestAttempt(artifacts: readonly Artifact[], type: string | undefined): Artifact | null {
  let best: Artifact | null = null;
  for (const artifact of artifacts) {
    if (artifact.artifactType !== type) continue;
    if (best === null || isBetter(artifact, best)) best = artifact;
  }
  return best;
}

function isBetter(one: Artifact, other: Artifact): boolean {
  const [completed, otherCompleted] = [one, other].map(({ status }) => status === 'COMPLETED');
  if (completed !== otherCompleted) return completed === true;
  const [at = 0, otherAt = 0] = [one, other].map(({ createdAt }) => parseInstant(createdAt) ?? 0);
  return at >= otherAt;
}

/** The address that opens a build, whatever the filter. `base`: origin and path. */
export function buildLink(base: string, id: string): string {
  return base + printView(makeView({ open: [id] }));
}

/** A build in a sentence: `app:v1`. */
export function nameOf(build: Build): string {
  const name = makeVisible(
    imageReference(build.imageName || '(no name)', build.imageTag).slice(0, 2000),
  );
  return cutEnd(name, 80);
}
