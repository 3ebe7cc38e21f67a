import type { LensTable, PlainKind, PlainValue } from '../../frame/lens/LensExport.ts';
import { codeCell, codeSpan, escapeWords } from '../formats/markdownText.ts';
import { shown } from '../formats/plainBuild.ts';
import { zonedText } from '../formats/zonedText.ts';
import { eyeColumns, eyeText } from './eyeText.ts';
import type { TableAbout, TableExporter } from './TableExporter.ts';

/**
 * A table for an issue or a chat, below what it is of, as of when, and where to see it. What the
 * API wrote stands in code spans; times are those of UTC.
 */
export const tableMarkdown: TableExporter = {
  called: 'a Markdown table',
  extension: 'md',
  mediaType: 'text/markdown;charset=utf-8',
  pieces: lines,
};

function* lines(
  rows: Iterable<readonly PlainValue[]>,
  table: Pick<LensTable, 'said' | 'columns'>,
  { now, view, link }: TableAbout,
): Generator<string> {
  const columns = eyeColumns(table, 'UTC');
  yield `${escapeWords(table.said)}, as of ${zonedText(now)} UTC. ${codeSpan(shown(view))} <${link}>\n\n`;
  yield `| ${columns.map(({ title }) => title).join(' | ')} |\n|${' --- |'.repeat(columns.length)}\n`;
  for (const row of rows) {
    const cells = columns.map(({ at, kind }) => cell(row[at] ?? null, kind));
    yield `| ${cells.join(' | ')} |\n`;
  }
}

function cell(value: PlainValue, kind: PlainKind): string {
  const text = eyeText(value, kind, 'UTC');
  if (kind === 'words') return escapeWords(text);
  return kind === 'text' || kind === 'list' ? codeCell(text) : text;
}
