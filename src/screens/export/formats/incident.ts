import type { Artifact, Build } from '../../../contract/build.ts';
import { knownStatus } from '../../../contract/status.ts';
import { formatCount, plural } from '../../../lib/number.ts';
import { stripAnsi } from '../../../lib/stripAnsi.ts';
import { makeVisible } from '../../../lib/text.ts';
import { saysSomething } from '../../../list/facts.ts';
import { cutMiddle } from './cutMiddle.ts';
import type { ExportAbout, Exporter } from './Exporter.ts';
import { isFailed } from './isFailed.ts';
import { codeSpan, escapeWords, fencedBlock } from './markdownText.ts';
import { artifactWord, plainBuild, shown } from './plainBuild.ts';
import { zonedText, zonedTime } from './zonedText.ts';

/**
 * The failed builds with all that one needs to look into them: how many, by which filter, from
 * when to when, a link; then of each its id, name, times and messages. It fits where incidents
 * are pasted: past `LONGEST` the builds that are left come a line each, then only their count.
 */
export const incident: Exporter = {
  called: 'an incident',
  stem: 'image-builds-incident',
  extension: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  wants: isFailed,
  pieces: sections,
};

/** Characters of builds in full, and with those that come a line each: an issue holds 65,536. */
const LONGEST = 40_000;
const LONGEST_IN_ALL = 60_000;
/** Characters of one message: a log says what was done first and what broke last. */
const MESSAGE_START = 1000;
const MESSAGE_END = 3000;

function* sections(builds: Iterable<Build>, now: number, about?: ExportAbout): Generator<string> {
  let length = 0;
  let count = 0;
  let listed = 0;
  let left = 0;
  if (about) yield start(about, now);
  else yield '# Failed image builds\n';
  for (const build of builds) {
    if (!isFailed(build)) {
      yield '';
      continue;
    }
    count += 1;
    const full = listed === 0 ? [heading(build, count, now), ...artifacts(build.artifacts)] : [];
    const size = full.reduce((sum, piece) => sum + piece.length, 0);
    if (listed === 0 && (count === 1 || length + size <= LONGEST)) {
      length += size;
      yield* full;
      continue;
    }
    const line = listedBuild(build, count, now);
    if (left > 0 || length + line.length > LONGEST_IN_ALL) {
      left += 1;
      yield '';
      continue;
    }
    length += line.length;
    listed += 1;
    yield listed === 1 ? `\n## The others in short\n\n${line}` : line;
  }
  if (left > 0)
    yield `\n${plural(left, 'more failed build', 'more failed builds')}: see the list.\n`;
}

function start({ view, link, failed, window }: ExportAbout, now: number): string {
  const between =
    window === null ? 'unknown' : `${zonedText(window[0])} to ${zonedText(window[1])} UTC`;
  return [
    '# Failed image builds\n',
    `${plural(failed, 'failed build', 'failed builds')}, as of ${zonedText(now)} UTC.\n`,
    `- Filter: ${codeSpan(shown(view))}`,
    `- Created: ${between}`,
    `- Link: <${link}>\n`,
  ].join('\n');
}

function listedBuild(build: Build, at: number, now: number): string {
  const { image, id, error } = plainBuild(build, now);
  return `${at}. ${codeSpan(image)}, build ${codeSpan(id)}${error === '' ? '' : `: ${codeSpan(error)}`}\n`;
}

function heading(build: Build, at: number, now: number): string {
  const { image, id, duration, error } = plainBuild(build, now);
  const times = [
    `created ${zonedTime(build.createdAt)}`,
    `started ${zonedTime(build.startedAt)}`,
    `ended ${zonedTime(build.completedAt)}`,
  ];
  return [
    `\n## ${at}. ${codeSpan(image)}\n`,
    `- Build: ${codeSpan(id)}`,
    `- Times (UTC): ${times.join(', ')}`,
    `- Duration: ${duration}`,
    error === '' ? '' : `- Error: ${codeSpan(error)}\n`,
  ].join('\n');
}

/** Artifacts that are told of one by one; a build can have thousands. */
const MOST_ARTIFACTS = 20;

function artifacts(all: readonly Artifact[] | null): string[] {
  if (all === null) return ['\nThe API did not name the artifacts.\n'];
  if (all.length === 0) return ['\nNo artifacts.\n'];
  const telling = all.filter(
    ({ status, errorMessage }) => knownStatus(status) === 'FAILED' || saysSomething(errorMessage),
  );
  const quiet = all.length - telling.length;
  const more = telling.length - MOST_ARTIFACTS;
  const pieces = telling.slice(0, MOST_ARTIFACTS).map(section);
  if (more > 0)
    pieces.push(`\n${plural(more, 'more artifact', 'more artifacts')} with an error.\n`);
  if (quiet > 0) pieces.push(`\n${plural(quiet, 'artifact', 'artifacts')} without an error.\n`);
  return pieces;
}

function section(artifact: Artifact): string {
  const path =
    artifact.fullImagePath === null ? '' : `, path ${codeSpan(shown(artifact.fullImagePath))}`;
  const message = saysSomething(artifact.errorMessage) ? artifact.errorMessage : null;
  return [
    `\n**${escapeWords(artifactWord(artifact))}**, artifact ${codeSpan(shown(artifact.id))}${path}, `,
    `ended ${zonedTime(artifact.completedAt)} UTC\n\n`,
    message === null ? 'No error message.\n' : fencedBlock(messageText(message)),
  ].join('');
}

function messageText(message: string): string {
  const cut = cutMiddle(message, MESSAGE_START, MESSAGE_END);
  const clean = (text: string) => makeVisible(stripAnsi(text), true);
  if (cut === null) return clean(message);
  const mark = `[cut: ${formatCount(cut.left)} of ${formatCount(message.length)} characters left out]`;
  return `${clean(cut.start)}\n${mark}\n${clean(cut.end)}`;
}
