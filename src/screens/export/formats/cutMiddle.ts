export interface CutText {
  readonly start: string;
  readonly end: string;
  /** Characters between the two. */
  readonly left: number;
}

/** A line that is longer than this is cut within. Characters. */
const LONGEST_LINE = 200;

/**
 * The start and the end of a long text, at most `first` and `last` characters, cut between lines
 * where one ends nearby and never within a surrogate pair; null for a text that is short enough.
 */
export function cutMiddle(text: string, first: number, last: number): CutText | null {
  if (text.length <= first + last) return null;
  const startEnds = text.lastIndexOf('\n', first);
  const endBegins = text.indexOf('\n', text.length - last - 1) + 1;
  const start = text.slice(0, startEnds > first - LONGEST_LINE ? startEnds : first);
  const from = text.length - last;
  const end = text.slice(endBegins > 0 && endBegins < from + LONGEST_LINE ? endBegins : from);
  return {
    start: start.replace(/[\ud800-\udbff]$/, ''),
    end: end.replace(/^[\udc00-\udfff]/, ''),
    left: text.length - start.length - end.length,
  };
}
