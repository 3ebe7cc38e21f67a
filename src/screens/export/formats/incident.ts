import type { Artifact, Build } from '../../../contract/build.ts';
import { formatCount, plural } from '../../../lib/number.ts';
import { stripAnsi } from '../../../lib/stripAnsi.ts';
import { makeVisible } from '../../../lib/text.ts';
import type { Exporter } from './Exporter.ts';
import { isFailed } from './isFailed.ts';
import { codeSpan, escapeWords, fencedBlock } from './markdownText.ts';
import { artifactWord, plainBuild, shown } from './plainBuild.ts';
import { utcOf, utcText } from './utcText.ts';

/** The failed builds with all that one needs to look into them: ids, names, times, messages. */
export const incident: Exporter = {
  called: 'an incident',
  stem: 'image-builds-incident',
  extension: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  wants: isFailed,
  pieces: sections,
};

/** Characters of one message; what is cut is said. */
const LONGEST_MESSAGE = 20_000;

function* sections(builds: Iterable<Build>, now: number): Generator<string> {
  let count = 0;
  yield '# Failed image builds\n';
  for (const build of builds) {
    if (!isFailed(build)) {
      yield '';
      continue;
    }
    count += 1;
    yield heading(build, count, now);
    yield* artifacts(build.artifacts);
  }
  yield `\n${plural(count, 'failed build', 'failed builds')}, as of ${utcOf(now)} UTC.\n`;
}

function heading(build: Build, at: number, now: number): string {
  const { image, id, duration } = plainBuild(build, now);
  const times = [
    `created ${utcText(build.createdAt)}`,
    `started ${utcText(build.startedAt)}`,
    `ended ${utcText(build.completedAt)}`,
  ];
  return [
    `\n## ${at}. ${codeSpan(image)}\n`,
    `- Build: ${codeSpan(id)}`,
    `- Times (UTC): ${times.join(', ')}`,
    `- Duration: ${duration}\n`,
  ].join('\n');
}

function* artifacts(all: readonly Artifact[] | null): Generator<string> {
  if (all === null) {
    yield '\nThe API did not name the artifacts.\n';
    return;
  }
  let quiet = 0;
  for (const artifact of all) {
    if (artifact.status === 'FAILED' || artifact.errorMessage?.trim()) yield section(artifact);
    else quiet += 1;
  }
  if (quiet > 0) yield `\n${plural(quiet, 'artifact', 'artifacts')} without an error.\n`;
  else if (all.length === 0) yield '\nNo artifacts.\n';
}

function section(artifact: Artifact): string {
  const path =
    artifact.fullImagePath === null ? '' : `, path ${codeSpan(shown(artifact.fullImagePath))}`;
  const message = artifact.errorMessage?.trim() ? artifact.errorMessage : null;
  return [
    `\n**${escapeWords(artifactWord(artifact))}**, artifact ${codeSpan(shown(artifact.id))}${path}, `,
    `ended ${utcText(artifact.completedAt)} UTC\n\n`,
    message === null ? 'No error message.\n' : fencedBlock(messageText(message)),
  ].join('');
}

function messageText(message: string): string {
  const clean = makeVisible(stripAnsi(message.slice(0, LONGEST_MESSAGE)), true);
  if (message.length <= LONGEST_MESSAGE) return clean;
  return `${clean}\n[cut: ${formatCount(message.length)} characters in all]`;
}
