import type { Part } from './findHits.ts';

/** A piece of a text around what was searched for, on one line. */
export interface Excerpt {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** What stands before a hit must leave room for it in the narrowest cell. Characters. */
const MOST_BEFORE = 16;
const LEAST_BEFORE = 8;
const MOST_HIT = 300;
const MOST_AFTER = 400;
const LINE_END = /[\r\n]/g;

/**
 * The surroundings of a hit on its line; an ellipsis where the line goes on before them.
 * `startOf` tells where a line begins, of what stands before the hit.
 */
export function excerptAround(
  text: string,
  { start, end }: Part,
  startOf: (before: string) => number = () => 0,
): Excerpt {
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const lineStart = start === 0 ? 0 : from;
  LINE_END.lastIndex = end;
  const lineEnd = LINE_END.exec(text)?.index ?? text.length;
  const hit = text.slice(start, Math.min(end, start + MOST_HIT));
  const before = text.slice(lineStart, start);
  return {
    before: lastOf(before.slice(startOf(before)).trimStart()),
    hit,
    after: text.slice(end, Math.min(lineEnd, end + MOST_AFTER)).trimEnd(),
  };
}

/** The end of what stands before a hit, from the start of a word where one is near. */
function lastOf(before: string): string {
  if (before.length <= MOST_BEFORE) return before;
  const end = before.slice(-MOST_BEFORE);
  const word = end.slice(0, MOST_BEFORE - LEAST_BEFORE).lastIndexOf(' ');
  const seam = word >= 0 ? word + 1 : end.slice(0, MOST_BEFORE - LEAST_BEFORE).search(/[ -~]/);
  return `…${end.slice(Math.max(0, seam))}`;
}
