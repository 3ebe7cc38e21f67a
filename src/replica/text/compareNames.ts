import { compareText } from '../../lib/text.ts';

/**
 * The order of `compareText`, several times as fast for printable ASCII: it weighs letter by
 * letter, with the weights read off `compareText` itself, and asks that one as soon as it meets
 * anything else.
 */
export function compareNames(a: string, b: string): number {
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const leftWeight = WEIGHTS[a.charCodeAt(left)] ?? 0;
    const rightWeight = WEIGHTS[b.charCodeAt(right)] ?? 0;
    if (leftWeight === 0 || rightWeight === 0) return compareText(a, b);
    if (leftWeight === DIGIT && rightWeight === DIGIT) {
      const leftEnd = endOfDigits(a, left);
      const rightEnd = endOfDigits(b, right);
      const isLong = leftEnd - left > LONGEST_NUMBER || rightEnd - right > LONGEST_NUMBER;
      if (isLong || isStrange(a, leftEnd) || isStrange(b, rightEnd)) return compareText(a, b);
      const order = compareNumbers(a, left, leftEnd, b, right, rightEnd);
      if (order !== 0) return order;
      left = leftEnd;
      right = rightEnd;
    } else if (leftWeight !== rightWeight) {
      if (isStrange(a, left + 1) || isStrange(b, right + 1)) return compareText(a, b);
      return leftWeight - rightWeight;
    } else {
      left += 1;
      right += 1;
    }
  }
  if (isStrange(a, left) || isStrange(b, right)) return compareText(a, b);
  if (left < a.length || right < b.length) return left < a.length ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True when a letter that has no weight of its own stands there. */
function isStrange(text: string, at: number): boolean {
  return at < text.length && (WEIGHTS[text.charCodeAt(at)] ?? 0) === 0;
}

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && WEIGHTS[text.charCodeAt(at)] === DIGIT) at += 1;
  return at;
}

/** By value: leading zeros aside, the longer is the greater. */
function compareNumbers(
  a: string,
  aFrom: number,
  aEnd: number,
  b: string,
  bFrom: number,
  bEnd: number,
): number {
  let left = aFrom;
  let right = bFrom;
  while (left < aEnd && a.charCodeAt(left) === ZERO) left += 1;
  while (right < bEnd && b.charCodeAt(right) === ZERO) right += 1;
  if (aEnd - left !== bEnd - right) return aEnd - left - (bEnd - right);
  for (; left < aEnd; left += 1, right += 1) {
    const order = a.charCodeAt(left) - b.charCodeAt(right);
    if (order !== 0) return order;
  }
  return 0;
}

const ZERO = 48;
/** Far longer ones are cut into parts by the collation itself. */
const LONGEST_NUMBER = 100;

const LETTERS = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
const ORDER = LETTERS.filter((one) => one === one.toLowerCase()).sort(compareText);
/** The one weight of all digits. */
const DIGIT = ORDER.indexOf('0') + 1;
/** For each printable ASCII character its weight, above 0; upper and lower case alike. */
const WEIGHTS = new Uint8Array(128);
for (const letter of LETTERS) {
  const isDigit = letter >= '0' && letter <= '9';
  WEIGHTS[letter.charCodeAt(0)] = isDigit ? DIGIT : ORDER.indexOf(letter.toLowerCase()) + 1;
}
