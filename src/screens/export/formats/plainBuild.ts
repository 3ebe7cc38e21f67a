import type { Artifact, Build } from '../../../contract/build.ts';
import { shownLineOf } from '../../../insights/errors/text/shownLineOf.ts';
import { imageReference } from '../../../lib/imageReference.ts';
import { formatCount } from '../../../lib/number.ts';
import { formatSpan } from '../../../lib/span.ts';
import { cutEnd, makeVisible } from '../../../lib/text.ts';
import { factsOf } from '../../../list/BuildFacts.ts';
import { durationOf } from '../../../list/spans.ts';
import { artifactLook } from '../../build/artifactLook.ts';
import { statusLook } from '../../build/statusLook.ts';
import { zonedTime } from './zonedText.ts';

/** A build in one line of words, for paper and for tables of text. Empty where there is nothing. */
export interface PlainBuild {
  readonly status: string;
  readonly image: string;
  readonly artifacts: string;
  /** The line that says what went wrong, of the first error. */
  readonly error: string;
  readonly created: string;
  readonly started: string;
  readonly duration: string;
  readonly id: string;
}

/** Graphemes: what is longer than this is read in the page. */
const LONGEST = 300;
/** Characters that so many graphemes are looked for in. */
const MOST_READ = LONGEST * 20;
const MOST_ARTIFACTS = 4;

/**
 * Says a build in words as of `now` (milliseconds since the epoch), its times those of a zone
 * (UTC); what is hidden is visible.
 */
export function plainBuild(build: Build, now: number, zone?: string): PlainBuild {
  const { startedAt, completedAt, active, errorLine } = factsOf(build, lineOf);
  const duration = durationOf(startedAt, completedAt, active, now);
  return {
    status: cutEnd(statusLook(build.status).word, LONGEST),
    image: shown(imageReference(build.imageName, build.imageTag)),
    artifacts: artifactWords(build.artifacts),
    error: errorLine === null ? '' : shown(errorLine),
    created: zonedTime(build.createdAt, zone),
    started: zonedTime(build.startedAt, zone),
    duration: formatSpan(Number.isNaN(duration) ? null : duration),
    id: shown(build.id),
  };
}

const lineOf = (text: string): string => shownLineOf(text).line;

/** Text of the API on one line: controls visible, cut where it is very long. */
export function shown(text: string): string {
  const start = text.slice(0, MOST_READ);
  const visible = makeVisible(start);
  const cut = cutEnd(visible, LONGEST);
  return cut === visible && start !== text ? `${cut}…` : cut;
}

function artifactWords(artifacts: readonly Artifact[] | null): string {
  if (artifacts === null) return '–';
  if (artifacts.length === 0) return 'none';
  const words = artifacts.slice(0, MOST_ARTIFACTS).map(artifactWord);
  const more = artifacts.length - words.length;
  return more === 0 ? words.join('; ') : `${words.join('; ')}; ${formatCount(more)} more`;
}

/** `VM sandbox: Failed` */
export function artifactWord({ artifactType, status }: Artifact): string {
  return cutEnd(`${artifactLook(artifactType).word}: ${statusLook(status).word}`, LONGEST);
}
