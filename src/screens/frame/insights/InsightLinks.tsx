import { useDeferredValue } from 'react';
import { formatCount } from '../../../lib/number.ts';
import { printView } from '../../../views/address/printView.ts';
import { withFilter } from '../../../views/editView.ts';
import { withTerm } from '../../../views/query/editFilter.ts';
import type { Filter } from '../../../views/terms/Filter.ts';
import type { MarkTerm } from '../../../views/terms/marks.ts';
import { useOfferedCommands } from '../commands/usePageCommands.ts';
import { PageLink } from '../lens/PageLink.tsx';
import { useInsight } from '../list/useInsight.ts';
import { useList } from '../list/useList.ts';
import { useView } from '../view/useView.ts';
import { durationsOf } from './durationsOf.ts';
import { racesOf } from './racesOf.ts';

const MARKS = [
  { mark: 'slow', word: 'slow', title: 'run longer than usual' },
  { mark: 'race', word: 'in a race', title: 'are in a tag race' },
] as const;

/** How many builds of the view are slow, or in a race, and the way to them alone. */
export function InsightLinks() {
  const [view, actions] = useView();
  // Behind the rows by one drawing: what is typed comes to them first.
  const { selection } = useDeferredValue(useList());
  const { slow } = useInsight(durationsOf, selection).picked;
  const { races } = useInsight(racesOf, selection).picked;
  const rows = new Set(races.flatMap(({ older, newer }) => [older, newer]));
  const counts = { slow: slow.length, race: rows.size };
  const shown = MARKS.filter(({ mark }) => counts[mark] > 0 && !hasMark(view.filter, mark));
  useOfferedCommands(
    shown.map(({ mark, title }) => ({
      name: `Show the ${formatCount(counts[mark])} that ${title}`,
      run: () => actions.push((now) => withFilter(now, withTerm(now.filter, markTerm(mark)))),
    })),
  );
  return shown.map(({ mark, word, title }) => (
    <span key={mark} className="max-lg:hidden">
      <PageLink
        href={printView(withFilter(view, withTerm(view.filter, markTerm(mark))))}
        label={`Show the ${formatCount(counts[mark])} that ${title}`}
      >
        {formatCount(counts[mark])} {word}
      </PageLink>
    </span>
  ));
}

function markTerm(value: string): MarkTerm {
  return { kind: 'mark', field: 'is', value, not: false };
}

function hasMark(filter: Filter, value: string): boolean {
  return filter.some((term) => term.kind === 'mark' && term.field === 'is' && term.value === value);
}
