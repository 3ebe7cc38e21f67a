import { makeVisible, middleCut } from '../../lib/text.ts';

/** Letters of East Asian scripts are twice as wide (Unicode Standard Annex 11). */
const WIDE = /[\u1100-\u115f\u2e80-\uffef]/;

/**
 * A name as it stands on a wall, where nothing can be pointed at to read it whole: both of its ends,
 * since what is pushed together begins alike.
 */
export function wallName(name: string, letters: number): string {
  const shown = makeVisible(name.slice(0, 1000));
  return middleCut(shown, WIDE.test(shown) ? Math.floor(letters / 2) : letters) || '(no name)';
}
