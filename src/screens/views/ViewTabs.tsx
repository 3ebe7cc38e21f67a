import { type Ref, useMemo } from 'react';
import { withTeam } from '../../views/address/addressPieces.ts';
import { parseView } from '../../views/address/parseView.ts';
import { describeView } from '../../views/describeView.ts';
import { listSavedViews, type SavedView, type SavedViews } from '../../views/saved/SavedViews.ts';
import { useAddress } from '../frame/view/useView.ts';
import { isNewIn } from './isNewIn.ts';
import { hrefOf } from './saved/startSearch.ts';
import type { ViewCounts } from './ViewCounter.ts';
import { ViewTab } from './ViewTab.tsx';

export interface ViewTabsProps {
  readonly saved: SavedViews;
  readonly current: SavedView | undefined;
  readonly counts: ViewCounts;
  readonly onOpen: (name: string) => void;
  readonly ref: Ref<HTMLElement>;
}

/** All views in one line, which scrolls where it does not fit. */
export function ViewTabs({ saved, current, counts, onOpen, ref }: ViewTabsProps) {
  const team = useAddress().team();
  const views = useMemo(
    () =>
      listSavedViews(saved).map((view) => {
        const about = describeView(parseView(view.search));
        const opens = view.name === saved.defaultName ? ' Opens at start.' : '';
        // Relative: the page may stand below a path.
        const href = withTeam(hrefOf(saved, view).slice(1), team) || '?';
        return { ...view, about: `${about}${opens}`, href };
      }),
    [saved, team],
  );
  return (
    <nav
      ref={ref}
      aria-label="Views"
      className="min-w-0 flex-1 overflow-x-auto rounded-md p-0.5 [scrollbar-width:none]"
    >
      <ul className="flex w-max gap-0.5">
        {views.map(({ name, search, openedAt, about, href }) => {
          const counted = counts.get(search);
          const isCurrent = name === current?.name;
          return (
            <li key={name}>
              <ViewTab
                name={name}
                href={href}
                about={about}
                count={counted?.count ?? null}
                isNew={!isCurrent && counted !== undefined && isNewIn({ openedAt }, counted)}
                isCurrent={isCurrent}
                onOpen={onOpen}
              />
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
