import type { ReactNode } from 'react';
import { FacetBar } from './filter/FacetBar.tsx';
import { FilterChips } from './filter/FilterChips.tsx';
import { useList } from './list/useList.ts';
import { SearchBox } from './search/SearchBox.tsx';
import { useQueryText } from './search/useQueryText.ts';
import { Freshness } from './status/Freshness.tsx';
import { StatusLine } from './status/StatusLine.tsx';
import { useView } from './view/useView.ts';

export interface BarsProps {
  /** The saved views, where it is so narrow that they stand beside the facets. */
  readonly views: ReactNode;
  readonly notices: ReactNode;
  /** What is under way, beside the search. */
  readonly news: ReactNode;
  /** What can be done with the list. */
  readonly children: ReactNode;
}

/** What is searched and filtered by, how fresh it is, and what came of it. */
export function Bars({ views, notices, news, children }: BarsProps) {
  const [view, actions] = useView();
  const query = useQueryText(view, actions, useList().ahead);
  return (
    <>
      <div className="flex shrink-0 flex-wrap items-start gap-x-3 px-3 py-1 max-sm:gap-x-1">
        <SearchBox query={query} />
        <Freshness />
        {news}
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-x-1 px-3 pb-1 sm:pb-1.5">
        {views}
        <FacetBar />
      </div>
      {notices}
      <StatusLine filter={<FilterChips query={query} />}>{children}</StatusLine>
    </>
  );
}
