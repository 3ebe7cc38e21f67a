import { words } from '../../lib/grown.ts';

/** Texts in one flat string, each followed by a separator; `starts` has one place more. */
export interface TextChunk {
  readonly text: string;
  readonly starts: Uint32Array;
}

const SEPARATOR = '\n';

/** The texts in one chunk. */
export function join(texts: readonly string[]): TextChunk {
  const starts = startsOf(texts.map((text) => text.length));
  return { text: texts.join(SEPARATOR), starts };
}

/** Where each text starts, and where the next one would. */
export function startsOf(lengths: ArrayLike<number>): Uint32Array {
  const starts = words(lengths.length + 1);
  let at = 0;
  for (let place = 0; place < lengths.length; place += 1) {
    starts[place] = at;
    at += (lengths[place] ?? 0) + 1;
  }
  starts[lengths.length] = at;
  return starts;
}

/**
 * The chunk in the form that is searched, `form` of each text, which never holds a separator; in
 * parts of a millisecond or two. The chunk itself where that is its form, as of ids: engines make
 * lower case of lower case anew.
 */
export function* foldParts(
  chunk: TextChunk,
  form: (text: string) => string,
): Generator<void, TextChunk> {
  const { text, starts } = chunk;
  if (text.length <= PART && isPlain(chunk)) {
    const lower = text.toLowerCase();
    return lower === text ? chunk : { text: lower, starts };
  }
  const texts: string[] = [];
  let begun = 0;
  for (let place = 0; place < starts.length - 1; place += 1) {
    const from = starts[place] ?? 0;
    if (from - begun >= PART) {
      begun = from;
      yield;
    }
    texts.push(form(text.slice(from, (starts[place + 1] ?? 1) - 1)));
  }
  return join(texts);
}

/** Letters that are dealt with in one part. */
const PART = 100_000;

/** True for printable ASCII without spaces in a row: of that, any form is its lower case. */
function isPlain({ text, starts }: TextChunk): boolean {
  if (!PLAIN_LINES.test(text) || text.includes('  ')) return false;
  let breaks = 0;
  for (let at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, at + 1)) breaks += 1;
  return breaks < starts.length - 1;
}

const PLAIN_LINES = /^[ -~\n]*$/;
