import type { Part } from '../../../lib/texts/findHits.ts';

/** A hit in a line; `current` for the one that is gone to. */
export interface LineMark extends Part {
  readonly current: boolean;
}

/** A piece of a line, marked or not. */
export interface LinePart {
  readonly text: string;
  readonly mark: 'hit' | 'current' | null;
}

/** What is left of a cut line stands so far before its first mark. Characters. */
const BEFORE_MARK = 200;

/**
 * A line piece by piece, to be drawn: at most `most` characters of it, from its start or around the
 * mark that is gone to, with an ellipsis where it was cut. `marks` are in order and apart.
 */
export function lineParts(
  line: string,
  marks: readonly LineMark[],
  most: number,
): readonly LinePart[] {
  const { from, to } = seenOf(line, marks, most);
  const parts: LinePart[] = [];
  const add = (text: string, mark: LinePart['mark']) => {
    if (text !== '') parts.push({ text, mark });
  };
  if (from > 0) add('…', null);
  let at = from;
  for (const { start, end, current } of marks) {
    if (end <= from || start >= to) continue;
    add(line.slice(at, Math.max(at, start)), null);
    add(line.slice(Math.max(at, start), Math.min(end, to)), current ? 'current' : 'hit');
    at = Math.min(end, to);
  }
  add(line.slice(at, to), null);
  if (to < line.length) add(`… ${line.length - to} more characters`, null);
  return parts;
}

function seenOf(
  line: string,
  marks: readonly LineMark[],
  most: number,
): { from: number; to: number } {
  if (line.length <= most) return { from: 0, to: line.length };
  const mark = marks.find(({ current }) => current) ?? marks[0];
  const from =
    mark === undefined || mark.end <= most
      ? 0
      : Math.min(mark.start - BEFORE_MARK, line.length - most);
  // No half of a letter at the edges.
  return { from: whole(line, Math.max(0, from)), to: whole(line, Math.max(0, from) + most) };
}

function whole(line: string, at: number): number {
  const code = line.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
