import { makeVisible } from '../../lib/text.ts';
import type { Excerpt } from '../../lib/texts/excerptAround.ts';

export interface MarkedExcerptProps {
  readonly excerpt: Excerpt;
  /** There is room for little but the hit. */
  readonly tight?: boolean;
}

/** A piece of a text on one line, with what was searched for in it marked. */
export function MarkedExcerpt({ excerpt, tight = false }: MarkedExcerptProps) {
  const { before } = excerpt;
  return (
    <>
      {tight && before !== '' ? '…' : makeVisible(before)}
      <mark>{makeVisible(excerpt.hit)}</mark>
      {makeVisible(excerpt.after)}
    </>
  );
}
