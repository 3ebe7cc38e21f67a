/** What stands in a list: a line, or a value of JSON, and the line of the text on which it begins. */
export interface ListEntry {
  readonly line: number;
  /** Undefined where it is no JSON. */
  readonly value: unknown;
  /** As it stands. */
  readonly text: string;
}

/** Signs looked at between two chances to pause. */
const TURN = 4096;
/** What gives JSON its shape. */
const SHAPE = /["[\]{},]/g;

/**
 * The entries of a text, one by one; null between them, so that whoever reads a long one can
 * pause. A JSON list, or the first list in a JSON object, gives its elements; an object without
 * one is the one entry; anything else gives its lines, of which those that begin with `{` are read
 * as JSON. Empty lines and those that begin with `#` are passed over. Never throws.
 */
export function* listEntries(text: string): Generator<ListEntry | null, void> {
  const start = text.search(/\S/);
  const first = text[start];
  if (first === '[' || first === '{') {
    const shape = yield* shapeOf(text, start);
    if (shape?.list !== undefined) {
      yield* elements(text, shape.list);
      return;
    }
    if (shape !== null) {
      yield entryOf(text.slice(start), lineAt(text, 0, start, 1));
      return;
    }
  }
  yield* lines(text);
}

/** A whole JSON value, and where its list begins, which may be itself; null: there is more text. */
function* shapeOf(
  text: string,
  start: number,
): Generator<null, { readonly list: number | undefined } | null> {
  let list = text[start] === '[' ? start : undefined;
  for (const step of steps(text, start)) {
    if (step === null) {
      yield null;
      continue;
    }
    const { sign, at, depth } = step;
    if (sign === '[' && depth === 2) list ??= at;
    if (depth === 0) return /\S/.test(text.slice(at + 1, at + 1000)) ? null : { list };
  }
  return null;
}

function* elements(text: string, start: number): Generator<ListEntry | null, void> {
  let from = start + 1;
  let counted = 0;
  let line = 1;
  for (const step of steps(text, start)) {
    if (step === null) {
      yield null;
      continue;
    }
    const { sign, at, depth } = step;
    const ends = (sign === ',' && depth === 1) || depth === 0;
    if (!ends) continue;
    const element = text.slice(from, at);
    const begin = from + Math.max(0, element.search(/\S/));
    line = lineAt(text, counted, begin, line);
    counted = begin;
    if (element.trim() !== '') yield entryOf(element, line);
    if (depth === 0) return;
    from = at + 1;
  }
}

interface Step {
  readonly sign: string;
  readonly at: number;
  /** How deep it is behind this sign: 0 once the value has ended. */
  readonly depth: number;
}

/** The signs outside of strings that give a value its shape, until it ends. */
function* steps(text: string, start: number): Generator<Step | null, void> {
  const shape = new RegExp(SHAPE);
  shape.lastIndex = start;
  let depth = 0;
  for (let turn = 1; ; turn += 1) {
    const found = shape.exec(text);
    if (found === null) return;
    if (turn % TURN === 0) yield null;
    const [sign] = found;
    if (sign === '"') {
      const end = endOfString(text, found.index);
      if (end < 0) return;
      shape.lastIndex = end + 1;
      continue;
    }
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth -= 1;
    yield { sign, at: found.index, depth };
    if (depth === 0) return;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function* lines(text: string): Generator<ListEntry | null, void> {
  const breaks = /\r\n|[\r\n]|$/g;
  let from = 0;
  for (let line = 1; ; line += 1) {
    const found = breaks.exec(text);
    const at = found?.index ?? text.length;
    const one = text.slice(from, at).trim();
    if (one !== '' && !one.startsWith('#')) {
      const json = one.startsWith('{') ? parse(one) : undefined;
      yield { line, value: json ?? one, text: one };
    } else yield null;
    if (found === null || found[0] === '') return;
    from = at + found[0].length;
  }
}

function entryOf(text: string, line: number): ListEntry {
  const trimmed = text.trim();
  return { line, value: parse(trimmed), text: trimmed };
}

/** The line of a place, from that of a place before. */
function lineAt(text: string, from: number, to: number, line: number): number {
  let count = line;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
