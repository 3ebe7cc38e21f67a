import { type Watched, watchedKey } from '../../../insights/watch/Watched.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView, type View } from '../../../views/address/View.ts';
import { describeTerm } from '../../../views/terms/describeTerm.ts';
import { useView } from '../../frame/view/useView.ts';
import { useWatchList } from '../../frame/watch/useWatchList.ts';

/** The view that is shown as something to watch: its builds, whatever the lens and the order. */
export function useWatchView() {
  const [view] = useView();
  const [{ watched }, list] = useWatchList();
  const thing = watchedView(view);
  const isWatched = watched.some((one) => watchedKey(one) === watchedKey(thing));
  return { thing, isWatched, toggle: () => void list.toggle(thing) };
}

function watchedView({ filter, zone, name }: View): Watched {
  const value = printView(makeView({ filter, zone }));
  const parts = filter.map((term) => describeTerm(term, zone ?? 'UTC'));
  const said = name ?? (parts.join('; ') || 'all builds');
  return { kind: 'view', value, label: said.slice(0, 200) };
}
