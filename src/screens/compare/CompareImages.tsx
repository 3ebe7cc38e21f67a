import { useMemo } from 'react';
import { CHANGES, type Change, type ComparedImage } from '../../insights/compare/Comparison.ts';
import { formatCount } from '../../lib/number.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import type { CompareLinks } from './compareLinks.ts';
import { changeWords } from './compareWords.ts';

export interface CompareImagesProps {
  readonly images: readonly ComparedImage[];
  readonly links: CompareLinks;
  readonly complete: boolean;
}

/** How many images became what; each opens the builds by which it is so. */
export function CompareImages({ images, links, complete }: CompareImagesProps) {
  const counts = useMemo(() => {
    const found = new Map<Change, number>();
    for (const { change } of images) found.set(change, (found.get(change) ?? 0) + 1);
    return found;
  }, [images]);
  return (
    <section aria-label="Images by change">
      <h2 className="text-muted">Images{complete ? '' : ' so far'}</h2>
      <ul>
        {CHANGES.map((change) => {
          const { word, whole, tone } = changeWords(change);
          const count = counts.get(change) ?? 0;
          return (
            <li key={change} title={whole} className="flex gap-3 max-sm:items-center">
              <span className={count > 0 ? `${tone} text-tone` : ''}>{word}</span>
              <span className="ml-auto tabular-nums">
                {count === 0 ? (
                  '0'
                ) : (
                  <PageLink href={links.counted(change)} label={`${word}: ${formatCount(count)}`}>
                    {formatCount(count)}
                  </PageLink>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
