import { makeVisible } from '../../lib/text.ts';
import type { Excerpt } from '../../lib/texts/excerptAround.ts';

/** A piece of a text on one line, with what was searched for in it marked. */
export function MarkedExcerpt({ excerpt }: { readonly excerpt: Excerpt }) {
  return (
    <>
      {makeVisible(excerpt.before)}
      <mark>{makeVisible(excerpt.hit)}</mark>
      {makeVisible(excerpt.after)}
    </>
  );
}
