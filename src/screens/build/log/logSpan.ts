/** Lines of a log from one up to another, which is not among them. */
export interface LogSpan {
  readonly from: number;
  readonly to: number;
}

/** What is known of the lines of a log. */
interface Measured {
  readonly count: number;
  lengthOf(index: number): number;
}

/** Lines that are seen of a folded log; fewer where they are narrow, and so higher. */
const FOLDED = 12;
const FOLDED_NARROW = 6;
/** Past so many characters a log is folded, however few its lines are. */
const FOLDED_CHARACTERS = 4000;
/** What one look at a log holds: the browser lays that out, and finds in it, without a wait. */
const MOST_LINES = 2000;
const MOST_CHARACTERS = 200_000;
/** What is shown of one line. Characters. */
export const MOST_IN_LINE = 20_000;
export const MOST_IN_FOLDED_LINE = 1000;

/** True for a log that is too long to be shown before it is asked for. */
export function isFoldable(lines: Measured): boolean {
  if (lines.count > FOLDED) return true;
  let characters = 0;
  for (let at = 0; at < lines.count; at += 1) characters += lines.lengthOf(at);
  return characters > FOLDED_CHARACTERS;
}

/** The lines of a folded log: a few around a line, which stands near their start. */
export function foldedSpan({ count }: Measured, line: number, narrow = false): LogSpan {
  const most = narrow ? FOLDED_NARROW : FOLDED;
  const from = Math.max(0, Math.min(line - most / 3, count - most));
  return { from, to: Math.min(count, from + most) };
}

/** The whole log, or as much of it around a line as one look holds. */
export function unfoldedSpan(lines: Measured, line: number): LogSpan {
  const before = earlierSpan(lines, { from: line, to: line }, 0.5).from;
  const { to } = laterSpan(lines, { from: before, to: line }, 1);
  // At the end of a log more of it fits before the line.
  const left = 1 - shareOf(lines, { from: before, to });
  return { from: earlierSpan(lines, { from: before, to: before }, left).from, to };
}

/** The span with more lines before it: a share of what one look holds. */
export function earlierSpan(lines: Measured, { from, to }: LogSpan, share = 0.5): LogSpan {
  let first = from;
  let characters = 0;
  while (first > 0 && from - first < MOST_LINES * share) {
    characters += shownLength(lines, first - 1);
    if (characters > MOST_CHARACTERS * share) break;
    first -= 1;
  }
  return { from: first, to };
}

/** The span with more lines after it, one at least, until it holds a share of what one look does. */
export function laterSpan(lines: Measured, { from, to }: LogSpan, share = 0.5): LogSpan {
  let last = to;
  let characters = 0;
  const least = Math.min(lines.count, to + 1);
  while (last < lines.count && last - to < MOST_LINES * share) {
    characters += shownLength(lines, last);
    if (characters > MOST_CHARACTERS * share) break;
    last += 1;
  }
  return { from, to: Math.max(last, least) };
}

function shareOf(lines: Measured, { from, to }: LogSpan): number {
  let characters = 0;
  for (let at = from; at < to; at += 1) characters += shownLength(lines, at);
  return Math.min(1, Math.max((to - from) / MOST_LINES, characters / MOST_CHARACTERS));
}

function shownLength(lines: Measured, index: number): number {
  return Math.min(MOST_IN_LINE, lines.lengthOf(index));
}
