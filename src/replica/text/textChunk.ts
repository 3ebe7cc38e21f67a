import { words } from '../../lib/grown.ts';
import { foldCase } from '../../lib/text.ts';

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
 * The chunk in folded case. Lower case lengthens one letter (U+0130) and shortens none, so a chunk
 * that has it is folded text by text.
 */
export function fold(chunk: TextChunk): TextChunk {
  const { starts } = chunk;
  const text = foldCase(chunk.text);
  if (text === chunk.text) return chunk;
  if (text.length === chunk.text.length) return { text, starts };
  const texts: string[] = [];
  for (let place = 0; place < starts.length - 1; place += 1) {
    texts.push(foldCase(chunk.text.slice(starts[place], (starts[place + 1] ?? 1) - 1)));
  }
  return join(texts);
}
