import { cleanLine } from './cleanLine.ts';
import type { ErrorWindow } from './ErrorWindow.ts';

/** Which rule picked the line, in the words for "why grouped". */
export type PickedBy = 'cause in the failing step' | 'cause' | 'wrapper' | 'last line' | 'nothing';

export interface PickedLine {
  /** Cleaned (`cleanLine`). Empty when no line says anything. */
  readonly line: string;
  /** Where it starts and ends in the window; both 0 when no line says anything. */
  readonly start: number;
  readonly end: number;
  readonly by: PickedBy;
}

/** Words that say what went wrong. */
const CAUSE = new RegExp(
  [
    '(?:^|\\s)E: ',
    'error(?:\\[\\w+\\])?:',
    'exception:',
    'notfound:',
    'fatal:',
    'panic:',
    'err!',
    'npm error',
    'no space left',
    'quota exceeded',
    'limit exceeded',
    'out of memory',
    'cannot allocate memory',
    '429 too many',
    'too ?many ?requests',
    'denied',
    'unauthorized',
    'not found',
    'no such ',
    'no terminal status',
    '(?<![-\\w])time(?:d ?|-)?out(?![=\\w])',
  ].join('|'),
  'gi',
);

/** Words that are often a cause, but stand in healthy logs as well: only where no other is. */
const WEAK_CAUSE =
  /connection (?:reset|refused)|could ?n[o']t |can ?n[o']t |unable to |failed to |fail(?:ed|ure):|undefined(?:: | reference)|unexpected eof|unsatisfiable|segmentation fault|core dumped|bus error|illegal instruction|\bkilled\b|manifest unknown|certificate|exec format error|no matching |invalid /gi;

/** Says that something failed, not what: only where nothing else is said. */
const WRAPPER =
  /did not complete successfully|returned a non-zero code|^g?make(?:\[\d+\])?: \*\*\*|originates from a subprocess|subprocess-exited-with-error|metadata-generation-failed|did not run successfully|executor failed running|^ninja: build stopped|non-zero exit status|ELIFECYCLE|complete log of this run|exit(?:ed)? with (?:exit )?(?:code|status)/i;

/** Commands, excerpts of a Dockerfile and warnings: they hold words of failure and are none. */
const NO_CAUSE =
  /^(?:warn(?:ing)?\b|npm warn|W: |> ?\[|\[[^\]]*\d+\/\d+\] |\d+ \||>>> |step \d+\/\d+ |-- |checking |\+ |RUN )|\bwarning:/i;

/** `> [5/9] RUN make:`, the head of what BuildKit repeats of a failing step, and its end. */
const EXCERPT = /^\s*> \[[^\]]*\]/;
const EXCERPT_END = /\n\s*-{6,}\s*(?:\n|$)/g;

/**
 * The line that says what went wrong: the first cause in BuildKit's excerpt of the failing step,
 * else in the whole text, else the last line that only says that something failed, else the last.
 */
export function pickLine(window: ErrorWindow): PickedLine {
  return (
    pickFromExcerpt(window) ?? pickCause(window, 0, window.text.length, 'cause') ?? pickLast(window)
  );
}

function pickFromExcerpt(window: ErrorWindow): PickedLine | null {
  const { text } = window;
  for (let at = text.indexOf('> ['); at >= 0; ) {
    const { start, end } = window.lineAround(at);
    let next = end;
    if (EXCERPT.test(window.cut(start, end))) {
      EXCERPT_END.lastIndex = end;
      next = EXCERPT_END.exec(text)?.index ?? text.length;
      const found = pickCause(window, end, next, 'cause in the failing step');
      if (found) return found;
    }
    at = text.indexOf('> [', next);
  }
  return null;
}

function pickCause(window: ErrorWindow, from: number, to: number, by: PickedBy): PickedLine | null {
  return firstOf(window, CAUSE, from, to, by) ?? firstOf(window, WEAK_CAUSE, from, to, by);
}

function firstOf(
  window: ErrorWindow,
  words: RegExp,
  from: number,
  to: number,
  by: PickedBy,
): PickedLine | null {
  words.lastIndex = from;
  for (let match = words.exec(window.text); match; match = words.exec(window.text)) {
    // The word may come with the line end before it.
    const word = match.index + match[0].search(/\S/);
    if (word >= to) return null;
    const { start, end } = window.lineAround(word);
    const line = cleanLine(window.cut(start, end));
    if (!WRAPPER.test(line) && !NO_CAUSE.test(line)) return { line, start, end, by };
    words.lastIndex = end;
  }
  return null;
}

function pickLast(window: ErrorWindow): PickedLine {
  let last: PickedLine | null = null;
  for (let to = window.text.length; to >= 0; ) {
    const { start, end } = window.lineAround(to);
    const line = cleanLine(window.cut(start, end));
    if (WRAPPER.test(line)) return { line, start, end, by: 'wrapper' };
    if (line !== '') last ??= { line, start, end, by: 'last line' };
    to = start - 1;
  }
  return last ?? { line: '', start: 0, end: 0, by: 'nothing' };
}
