import { type Piece, plainName } from './addressPieces.ts';
import { LENSES, type Lens } from './View.ts';

/** The one of a few words that a value is, whatever its case. */
export function wordOf<Word extends string>(
  words: readonly Word[],
  value: string,
): Word | undefined {
  const word = value.trim().toLowerCase();
  return words.find((one) => one === word);
}

/** The lens that an address names first; builds where it names none. */
export function lensOf(pieces: readonly Piece[]): Lens {
  const named = pieces.filter(({ name }) => plainName(name) === 'lens');
  const lenses = named.map(({ value }) => wordOf(LENSES, value ?? ''));
  return lenses.find((one) => one !== undefined) ?? 'builds';
}
