import { formatCount } from '../../lib/number.ts';
import { Menu } from '../../ui/Menu.tsx';
import { listSavedViews } from '../../views/saved/SavedViews.ts';
import { isNewIn } from './isNewIn.ts';
import type { ViewTabsProps } from './ViewTabs.tsx';

/** All views in one menu, named after the one that is open: where there is no room for a line. */
export function ViewChoice({ saved, current, counts, onOpen, ref }: ViewTabsProps) {
  return (
    <nav ref={ref} aria-label="Views">
      <Menu
        variant="plain"
        aria-label={`View: ${current?.name ?? 'not saved'}`}
        label={<bdi className="max-w-24 truncate">{current?.name ?? 'Views'}</bdi>}
        items={listSavedViews(saved).map((view) => {
          const counted = counts.get(view.search);
          const checked = view.name === current?.name;
          return {
            label: <bdi>{view.name}</bdi>,
            checked,
            hint:
              counted &&
              `${!checked && isNewIn(view, counted) ? 'new, ' : ''}${formatCount(counted.count)}`,
            onSelect: () => onOpen(view.name),
          };
        })}
      />
    </nav>
  );
}
