/** A length of time as people bound it; milliseconds, whole. */
export type SpanRange =
  | { readonly kind: 'over' | 'atLeast' | 'under' | 'atMost'; readonly ms: number }
  | { readonly kind: 'between'; readonly from: number; readonly to: number };

const UNITS: readonly (readonly [string, number])[] = [
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];
const UNIT_MS: ReadonlyMap<string, number> = new Map([
  ...UNITS,
  ...['sec', 'secs', 'second', 'seconds'].map((word) => [word, 1000] as const),
  ...['min', 'mins', 'minute', 'minutes'].map((word) => [word, 60_000] as const),
  ...['hr', 'hrs', 'hour', 'hours'].map((word) => [word, 3_600_000] as const),
  ...['day', 'days'].map((word) => [word, 86_400_000] as const),
  ...['week', 'weeks'].map((word) => [word, 604_800_000] as const),
]);
const LONGEST_MS = 1e14;

/** Reads `90s`, `10m`, `1h30m`, `1.5h`, `250ms`, `2 h 4 min` into milliseconds, else null. */
export function parseSpan(written: string): number | null {
  const text = written.trim().toLowerCase();
  if (text === '' || text.length > 40) return null;
  const part = /(\d{1,9}(?:\.\d{1,6})?) ?([a-z]{1,7}) ?/y;
  let ms = 0;
  while (part.lastIndex < text.length) {
    const found = part.exec(text);
    const unit = UNIT_MS.get(found?.[2] ?? '');
    if (found === null || unit === undefined) return null;
    ms += Number(found[1]) * unit;
  }
  return ms > LONGEST_MS ? null : Math.round(ms);
}

/** Writes whole milliseconds so that `parseSpan` reads the same: `1h30m`, up to 2 min `90s`. */
export function printSpan(ms: number): string {
  let rest = Math.max(0, Math.round(ms));
  if (rest < 120_000 && rest % 60_000 !== 0 && rest % 1000 === 0) return `${rest / 1000}s`;
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    if (unit === 'w' || count === 0) continue;
    text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0s' : text;
}

/** Reads `>10m`, `<=2h`, `10m..1h`, `10m..`; null for all else, a bare `10m` included. */
export function parseSpanRange(written: string): SpanRange | null {
  const text = written.trim();
  const dots = text.indexOf('..');
  if (dots >= 0) return parseBetween(text.slice(0, dots), text.slice(dots + 2));
  const sign = /^[<>]=?/.exec(text)?.[0] ?? '';
  const kind = SIGN_KINDS[sign];
  const ms = parseSpan(text.slice(sign.length));
  return kind === undefined || ms === null ? null : { kind, ms };
}

const SIGN_KINDS: Readonly<Record<string, 'over' | 'atLeast' | 'under' | 'atMost'>> = {
  '>': 'over',
  '>=': 'atLeast',
  '<': 'under',
  '<=': 'atMost',
};

function parseBetween(left: string, right: string): SpanRange | null {
  const from = parseSpan(left);
  const to = parseSpan(right);
  if (from !== null && to !== null) {
    return { kind: 'between', from: Math.min(from, to), to: Math.max(from, to) };
  }
  if (from !== null) return right.trim() === '' ? { kind: 'atLeast', ms: from } : null;
  return to !== null && left.trim() === '' ? { kind: 'atMost', ms: to } : null;
}

/** Writes a range so that `parseSpanRange` reads the same; `dots` as in `printTimeRange`. */
export function printSpanRange(range: SpanRange, dots = false): string {
  if (range.kind === 'between') return `${printSpan(range.from)}..${printSpan(range.to)}`;
  const ms = printSpan(range.ms);
  switch (range.kind) {
    case 'over':
      return `>${ms}`;
    case 'under':
      return `<${ms}`;
    case 'atLeast':
      return dots ? `${ms}..` : `>=${ms}`;
    case 'atMost':
      return dots ? `..${ms}` : `<=${ms}`;
  }
}

/**
 * What a range means: `from <= span < to`, milliseconds. Spans are differences of times that are
 * exact to the microsecond, so half of one tells "over" from "at least" whatever the rounding.
 */
export function resolveSpanRange(range: SpanRange): { from: number | null; to: number | null } {
  const HAIR = 0.0005;
  switch (range.kind) {
    case 'between':
      return { from: range.from - HAIR, to: range.to + HAIR };
    case 'over':
      return { from: range.ms + HAIR, to: null };
    case 'atLeast':
      return { from: range.ms - HAIR, to: null };
    case 'under':
      return { from: null, to: range.ms - HAIR };
    case 'atMost':
      return { from: null, to: range.ms + HAIR };
  }
}

/** A spelling that would have been read, for a text that was not; null when none comes to mind. */
export function suggestSpan(written: string): string | null {
  const text = written.trim();
  const sign = /^[<>]=?/.exec(text)?.[0] ?? '';
  const rest = text.slice(sign.length);
  const bare = /^\d{1,9}$/.test(rest) ? `${Number(rest)}s` : rest;
  return parseSpan(bare) === null ? null : `${sign || '>'}${bare}`;
}
