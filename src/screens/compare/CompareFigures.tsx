import type { Compared, ComparedTimes, SideCounts } from '../../insights/compare/Comparison.ts';
import { rateWords } from '../../insights/rates.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { formatSpan } from '../../lib/span.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import type { CompareLinks, Outcome, Side } from './compareLinks.ts';
import { countChange, spanChange } from './compareWords.ts';

interface CountLine {
  readonly word: string;
  readonly of: keyof SideCounts;
  readonly outcome?: Outcome;
  /** Left out where there are none. */
  readonly rare?: true;
}

const LINES: readonly CountLine[] = [
  { word: 'Builds created', of: 'builds' },
  { word: 'Completed', of: 'completed', outcome: { field: 'status', values: ['COMPLETED'] } },
  { word: 'Failed', of: 'failed', outcome: { field: 'status', values: ['FAILED'] } },
  { word: 'Cancelled', of: 'cancelled', outcome: { field: 'status', values: ['CANCELLED'] } },
  { word: 'Unfinished', of: 'unfinished', outcome: { field: 'is', values: ['active'] } },
  {
    word: 'Of another status',
    of: 'other',
    outcome: { field: 'is', values: ['other'] },
    rare: true,
  },
];
const TRIED: Outcome = { field: 'status', values: ['COMPLETED', 'FAILED'] };

/** The figures of both sides beside each other; each opens the builds it counts. */
export function CompareFigures({
  compared,
  links,
}: {
  readonly compared: Compared;
  readonly links: CompareLinks;
}) {
  const { before, after, durations, waits } = compared;
  const lines = LINES.filter(({ of, rare }) => !rare || before[of] + after[of] > 0);
  return (
    <table aria-label="Figures of both sides" className="h-fit tabular-nums">
      <thead>
        <tr className="text-muted">
          <th scope="col" className="text-left font-normal">
            <span className="sr-only">Figure</span>
          </th>
          {['Older', 'Newer', 'Change'].map((head) => (
            <th key={head} scope="col" className="pl-4 text-right font-normal">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ word, of, outcome }) => (
          <tr key={of}>
            <th scope="row" className="text-left font-normal">
              {word}
            </th>
            <Count count={before[of]} href={links.side('before', outcome)} side="before" />
            <Count count={after[of]} href={links.side('after', outcome)} side="after" />
            <td className="pl-4 text-right whitespace-nowrap">
              {of === 'unfinished' ? '' : countChange(before[of], after[of])}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row" className="text-left font-normal">
            Success
          </th>
          {[before, after].map((side, at) => (
            <td key={side === before ? 'before' : 'after'} className="pl-4 text-right">
              {side.completed + side.failed === 0 ? (
                '–'
              ) : (
                <PageLink href={links.side(at === 0 ? 'before' : 'after', TRIED)}>
                  {rateWords(side)}
                </PageLink>
              )}
            </td>
          ))}
          <td />
        </tr>
        <Times word="Median waiting" times={waits} href={links.counted('waits')} />
        <Times word="Median duration" times={durations} href={links.counted('durations')} />
      </tbody>
    </table>
  );
}

interface CountProps {
  readonly count: number;
  readonly href: string;
  readonly side: Side;
}

function Count({ count, href }: CountProps) {
  return (
    <td className="pl-4 text-right">
      {count === 0 ? '0' : <PageLink href={href}>{formatCount(count)}</PageLink>}
    </td>
  );
}

interface TimesProps {
  readonly word: string;
  readonly times: ComparedTimes;
  readonly href: string;
}

/** Over the images that say it on both sides: fewer than 5 say nothing. */
function Times({ word, times, href }: TimesProps) {
  const { images, rows, unusable, before, after } = times;
  const left = unusable > 0 ? `, ${formatCount(unusable)} builds without usable times` : '';
  return (
    <tr
      title={`The median of each image's median, over images with completed builds on both sides${left}`}
    >
      <th scope="row" className="text-left font-normal">
        {word}
        {images > 0 && (
          <>
            {' '}
            of {plural(images, 'image', 'images')},{' '}
            <PageLink href={href}>{plural(rows.length, 'build', 'builds')}</PageLink>
          </>
        )}
      </th>
      <td className="pl-4 text-right whitespace-nowrap">{formatSpan(before)}</td>
      <td className="pl-4 text-right whitespace-nowrap">{formatSpan(after)}</td>
      <td className="pl-4 text-right whitespace-nowrap">{spanChange(before, after)}</td>
    </tr>
  );
}
