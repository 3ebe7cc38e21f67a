import type { Artifact, Build } from '../../../contract/build.ts';
import { knownStatus } from '../../../contract/status.ts';
import { imageReference } from '../../../lib/imageReference.ts';
import { stripAnsi } from '../../../lib/stripAnsi.ts';
import { cutEnd, foldCase, makeVisible } from '../../../lib/text.ts';
import { newestOfType } from '../../../list/attempts.ts';
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
 * The path to pull a build by: that of its container image, else of a type that is completed. Of
 * several attempts of one type it is the newest completed one's. The words say which where there
 * are several; null when the API gave none.
 */
export function pathOf(build: Build): Copied | null {
  const known = (build.artifacts ?? []).filter((artifact) => artifact.fullImagePath);
  const best = bestAttempts(known);
  const container = best.find(({ artifactType }) => foldCase(artifactType) === 'container_image');
  const text = (container ?? best[0])?.fullImagePath;
  if (!text) return null;
  const several = new Set(known.map((artifact) => artifact.fullImagePath)).size > 1;
  if (!several) return { text, what: 'the image path' };
  return { text, what: container ? 'the container image path' : 'the first image path' };
}

/** By type: the newest artifact that is completed, the newest of all where none is. */
function bestAttempts(artifacts: readonly Artifact[]): readonly Artifact[] {
  const completed = artifacts.filter(({ status }) => knownStatus(status) === 'COMPLETED');
  const best = newestOfType(completed);
  const types = new Set(best.map(({ artifactType }) => foldCase(artifactType)));
  const others = artifacts.filter(({ artifactType }) => !types.has(foldCase(artifactType)));
  return [...best, ...newestOfType(others)];
}

/** The query that opens a build, whatever the filter. */
export function buildLink(id: string): string {
  return printView(makeView({ open: [id] }));
}

/** A build in a sentence: `app:v1`. */
export function nameOf(build: Build): string {
  const name = makeVisible(
    imageReference(build.imageName || '(no name)', build.imageTag).slice(0, 2000),
  );
  return cutEnd(name, 80);
}
