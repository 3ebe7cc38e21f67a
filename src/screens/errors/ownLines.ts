/** Lines compared at most: what an example shows of a long text. */
const MOST_LINES = 400;

export interface ExampleLine {
  readonly text: string;
  /** The other text has no such line. */
  readonly own: boolean;
}

/**
 * The lines of a text, each with whether the other text lacks it: numbers of steps and seconds
 * that a builder writes before each line aside. The first 400 lines.
 */
export function ownLines(text: string, other: string): readonly ExampleLine[] {
  const theirs = new Set(other.split('\n').map(bare));
  return text
    .split('\n', MOST_LINES)
    .map((line) => ({ text: line, own: bare(line) !== '' && !theirs.has(bare(line)) }));
}

function bare(line: string): string {
  return line.replace(/^\s*(?:#\d+ )?(?:\d+\.\d+ )?/, '').trim();
}
