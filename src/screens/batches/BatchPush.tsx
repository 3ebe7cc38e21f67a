import { useMemo } from 'react';
import { pushAgain } from '../../insights/images/pushAgain.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { imageNamesOf } from '../frame/insights/imageNamesOf.ts';
import { CopyAll } from '../frame/lens/CopyAll.tsx';
import { imageLines, imagesJsonl } from '../frame/lens/imageLines.ts';
import { useInsight } from '../frame/list/useInsight.ts';
import { useSteps } from '../frame/list/useSteps.ts';

/** Images named at once. */
const LISTED = 12;

/** The images of a push that are to be pushed again, and why others that failed are not. */
export function BatchPush({ members }: { readonly members: Uint32Array }) {
  const selection = useMemo(() => ({ order: members }), [members]);
  const { facts } = useInsight(imageNamesOf, selection);
  const now = useSteps();
  const push = useMemo(() => pushAgain(facts, members, now), [facts, members, now]);
  const { lines, goodSince, builtAgain } = push;
  if (lines.length + goodSince.length + builtAgain.length === 0) return null;
  const left = [
    goodSince.length > 0 ? `${formatCount(goodSince.length)} good since` : '',
    builtAgain.length > 0 ? `${formatCount(builtAgain.length)} being built again` : '',
  ].filter((one) => one !== '');
  return (
    <section aria-label="Push again" className="flex flex-col gap-1">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span>
          {plural(lines.length, 'image', 'images')} to push again
          {left.length > 0 && `; left out: ${left.join(', ')}`}
        </span>
        <CopyAll label="Copy lines" text={() => imageLines(lines)} empty={lines.length === 0} />
        <CopyAll label="Copy JSONL" text={() => imagesJsonl(lines)} empty={lines.length === 0} />
      </h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {lines.slice(0, LISTED).map(({ name, tag }) => (
          <li key={`${name}\n${tag}`} className="max-w-full truncate" dir="ltr">
            {makeVisible(`${name.slice(0, 200)}:${tag.slice(0, 80)}`)}
          </li>
        ))}
        {lines.length > LISTED && (
          <li className="text-muted">and {formatCount(lines.length - LISTED)} more</li>
        )}
      </ul>
    </section>
  );
}
