import { type Ref, useMemo } from 'react';
import type { QueryText } from './useQueryText.ts';

/** The same text behind the field, unseen but for a wave under each mistake. */
export function Underlines({
  text,
  problems,
  ref,
}: Pick<QueryText, 'text' | 'problems'> & {
  readonly ref: Ref<HTMLDivElement>;
}) {
  const pieces = useMemo(() => {
    const cut: { from: number; to: number; wrong: boolean }[] = [];
    let at = 0;
    for (const { from, to, kind } of problems) {
      if (kind !== 'mistake' || from < at) continue;
      cut.push({ from: at, to: from, wrong: false }, { from, to, wrong: true });
      at = to;
    }
    cut.push({ from: at, to: text.length, wrong: false });
    return cut;
  }, [text, problems]);
  return (
    <div
      ref={ref}
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 right-8 left-8 flex items-center overflow-hidden whitespace-pre text-transparent"
    >
      {pieces.map(({ from, to, wrong }) => (
        <span
          key={`${from} ${wrong}`}
          className={wrong ? 'underline decoration-bad decoration-wavy underline-offset-3' : ''}
        >
          {text.slice(from, to)}
        </span>
      ))}
    </div>
  );
}
