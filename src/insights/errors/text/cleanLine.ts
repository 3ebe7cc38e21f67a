/**
 * What tools put before a line: BuildKit's step and clock (`#7 12.3 `, `12.3 `), a logger's level
 * and clock (`INFO[0047]`), a time stamp.
 */
const BEFORE = new RegExp(
  [
    '#\\d+ (?:\\d+\\.\\d+ )?',
    '\\d+\\.\\d{1,3} ',
    '(?:DEBU|INFO|WARN|ERRO|FATA)\\[[^\\]]{0,40}\\] ?',
    '\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?\\]?:? ',
    '\\[?\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?\\]?:? ',
  ]
    .map((one) => `(?:${one})`)
    .join('|'),
  'y',
);
/** `#7 12.3 [2026-01-01 10:00:00] text` has two; more than this is no log line. */
const MOST_BEFORE = 4;

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const HAS_CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** The line without what tools put before it, without control characters and outer space. */
export function cleanLine(line: string): string {
  const plain = (HAS_CONTROLS.test(line) ? line.replace(CONTROLS, ' ') : line).trim();
  const start = endOfBefore(plain, 0);
  const rest = start === 0 ? plain : plain.slice(start).trim();
  return rest === '' ? plain : rest;
}

/** Where a line begins behind what tools put before it, its letters left as they are. */
export function startOfLine(line: string): number {
  const plain = HAS_CONTROLS.test(line) ? line.replace(CONTROL, ' ') : line;
  const blank = plain.length - plain.trimStart().length;
  const start = endOfBefore(plain, blank);
  return plain.slice(start).trim() === '' ? blank : start;
}

function endOfBefore(plain: string, from: number): number {
  let start = from;
  for (let left = MOST_BEFORE; left > 0; left -= 1) {
    BEFORE.lastIndex = start;
    if (!BEFORE.test(plain)) break;
    start = BEFORE.lastIndex;
  }
  return start;
}
