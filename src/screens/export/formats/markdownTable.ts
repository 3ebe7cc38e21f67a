import type { Build } from '../../../contract/build.ts';
import type { Exporter } from './Exporter.ts';
import { codeCell, escapeWords } from './markdownText.ts';
import { plainBuild } from './plainBuild.ts';

/** A table for an issue or a chat: a build a line, what the API wrote in code spans. */
export const markdownTable: Exporter = {
  called: 'a Markdown table',
  stem: 'image-builds',
  extension: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  pieces: lines,
};

const HEADINGS = [
  'Status',
  'Image',
  'Artifacts',
  'Error',
  'Created (UTC)',
  'Started (UTC)',
  'Duration',
  'Id',
] as const;

function* lines(builds: Iterable<Build>, now: number): Generator<string> {
  yield `| ${HEADINGS.join(' | ')} |\n|${' --- |'.repeat(HEADINGS.length)}\n`;
  for (const build of builds) {
    const plain = plainBuild(build, now);
    const cells = [
      escapeWords(plain.status),
      codeCell(plain.image),
      escapeWords(plain.artifacts),
      codeCell(plain.error),
      plain.created,
      plain.started,
      plain.duration,
      codeCell(plain.id),
    ];
    yield `| ${cells.join(' | ')} |\n`;
  }
}
