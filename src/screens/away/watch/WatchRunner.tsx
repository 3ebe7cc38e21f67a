import { useCallback, useEffect, useRef, useState } from 'react';
import { NO_ENDINGS, sumEndings } from '../../../insights/watch/decideWatch.ts';
import { watchedKey } from '../../../insights/watch/Watched.ts';
import { Watcher } from '../../../insights/watch/Watcher.ts';
import { noticeText, shortText } from '../../../insights/watch/watchWords.ts';
import { browserClock, browserVisibility } from '../../../lib/surroundings.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { useWatchList } from '../../frame/watch/useWatchList.ts';
import { useWatchNews, watchNews } from '../../frame/watch/watchNews.ts';
import { showNotification } from './notify.ts';
import { useFavicon } from './useFavicon.ts';
import { useLeads } from './useLeads.ts';
import { useWatchFacts } from './useWatchFacts.ts';
import { ViewRows } from './ViewRows.tsx';

/** Follows what is watched, for as long as anything is. */
export function WatchRunner() {
  const [{ watched }, list] = useWatchList();
  // The other tabs are outside of React.
  useEffect(() => list.follow(), [list]);
  return watched.length === 0 ? null : <Watching />;
}

type Rows = ReadonlyMap<string, ReadonlySet<number> | null>;

function Watching() {
  const [{ watched }] = useWatchList();
  const views = watched.filter(({ kind }) => kind === 'view');
  const [rows, setRows] = useState<Rows>(new Map());
  const onRows = useCallback(
    (key: string, found: ReadonlySet<number> | null) =>
      setRows((before) => new Map(before).set(key, found)),
    [],
  );
  useLooks(rows);
  return views.map((view) => (
    <WatchedView
      key={watchedKey(view)}
      name={watchedKey(view)}
      search={view.value}
      onRows={onRows}
    />
  ));
}

interface WatchedViewProps {
  readonly name: string;
  readonly search: string;
  readonly onRows: (key: string, rows: ReadonlySet<number> | null) => void;
}

function WatchedView({ name, search, onRows }: WatchedViewProps) {
  const hear = useCallback(
    (rows: ReadonlySet<number> | null) => onRows(name, rows),
    [name, onRows],
  );
  return <ViewRows search={search} onRows={hear} />;
}

/** Looks at the list whenever it has moved on, and tells what there is to tell. */
function useLooks(rows: Rows): void {
  const replica = usePageReplica();
  const [{ watched, notify, seenAt }, list] = useWatchList();
  const leads = useLeads();
  const { state, facts, causeRows } = useWatchFacts();
  const [watcher] = useState(() => new Watcher());
  const unseen = useRef(NO_ENDINGS);
  const [again, setAgain] = useState(0);

  // Calls and the page's visibility are outside of React.
  useEffect(() => {
    replica.setWatching(leads);
    return () => replica.setWatching(false);
  }, [replica, leads]);
  useEffect(() => {
    const look = () => {
      if (!browserVisibility.isVisible()) return;
      unseen.current = NO_ENDINGS;
      watchNews.set('');
    };
    const end = browserVisibility.subscribe(look);
    return () => {
      end();
      watchNews.set('');
    };
  }, []);

  // What is told goes to the desktop and the browser's tab, which are outside of React.
  useEffect(() => {
    const { apiTime } = state;
    // Of a list that has moved on since it was drawn another look is on its way.
    if (apiTime === null || facts === null || facts.version !== facts.table.version) return;
    const viewRows = new Map<string, ReadonlySet<number>>();
    for (const view of watched.filter(({ kind }) => kind === 'view')) {
      const found = rows.get(watchedKey(view));
      // Not known yet: it is looked at again when it is.
      if (!found) return;
      viewRows.set(watchedKey(view), found);
    }
    const now = browserClock.now();
    const settled = isSettled(state);
    const look = { watched, now, apiTime, seenAt, settled, leads, causeRows, viewRows };
    const { notice, againAt, endings } = watcher.look({ ...look, ...facts });
    if (!leads) return;
    if (settled) list.saw(apiTime);
    if (!browserVisibility.isVisible()) {
      unseen.current = sumEndings(unseen.current, endings);
      watchNews.set(shortText(unseen.current));
    }
    if (notice !== null) {
      const { title, body } = noticeText(notice);
      list.tell({ title, body, short: shortText(notice.endings), at: apiTime, read: false });
      if (notify) showNotification(title, body);
    }
    if (againAt === null) return;
    return browserClock.after(againAt - now, () => setAgain(againAt));
    // The time of the last look is made by the look itself.
  }, [state, facts, causeRows, rows, watched, leads, again, notify, watcher, list]);

  const news = useWatchNews();
  useFavicon(news.includes('failed'));
}

function isSettled({ completeness, fetching, walk }: ReturnType<typeof useWatchFacts>['state']) {
  const isReading = ['empty', 'loading', 'checking'].includes(completeness);
  return !isReading && !fetching && walk === null;
}
