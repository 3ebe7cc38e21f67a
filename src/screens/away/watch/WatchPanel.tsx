import { useEffect, useId, useSyncExternalStore } from 'react';
import { type Watched, watchedKey } from '../../../insights/watch/Watched.ts';
import { Button } from '../../../ui/Button.tsx';
import { Age } from '../../build/Age.tsx';
import { PageLink } from '../../frame/lens/PageLink.tsx';
import { useWatchList } from '../../frame/watch/useWatchList.ts';
import { askToNotify, NOTIFY_WORDS, notifyStates } from './notify.ts';
import { useWatchView } from './useWatchView.ts';
import { VisitChoice } from './VisitChoice.tsx';
import { watchedLink } from './watchedLink.ts';

const KIND: Readonly<Record<Watched['kind'], string>> = {
  build: 'build',
  image: 'image',
  batch: 'push',
  cause: 'cause',
  view: 'view',
};

/** The one list of what is watched, to end each; what became of it; and how one is told. */
export function WatchPanel() {
  const [{ watched }, list] = useWatchList();
  const { isWatched, toggle } = useWatchView();
  return (
    <div className="w-80 max-w-full p-3 text-sm">
      <News />
      <h2 className="font-medium">Watched</h2>
      {watched.length === 0 && (
        <p className="py-1 text-muted">
          Nothing yet. Open a build, an image, a cause or a push and choose Watch, or press w on its
          row.
        </p>
      )}
      <ul aria-label="Watched">
        {watched.map((thing) => (
          <li key={watchedKey(thing)} className="flex min-h-8 items-center gap-2 max-sm:min-h-11">
            <span className="w-11 shrink-0 text-muted">{KIND[thing.kind]}</span>
            <span className="min-w-0 flex-1 truncate" title={thing.label}>
              <PageLink href={watchedLink(thing)}>{thing.label}</PageLink>
            </span>
            <Button
              variant="plain"
              aria-label={`End watching ${thing.label}`}
              onClick={() => list.toggle(thing)}
            >
              End
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-1 pt-1">
        <Button onClick={toggle}>{isWatched ? 'End watching this view' : 'Watch this view'}</Button>
        {watched.length > 1 && (
          <Button variant="plain" onClick={list.clear}>
            End all
          </Button>
        )}
      </div>
      <NotifyChoice />
      <VisitChoice />
    </div>
  );
}

/** What was told last. */
function News() {
  const [{ news }, list] = useWatchList();
  // Who sees it has read it; the bell beside it hears.
  useEffect(() => list.markRead(), [news, list]);
  if (news === null) return null;
  const { title, body } = news;
  return (
    <div role="status" className="mb-2 border-b border-line pb-2">
      <p>
        <span className="font-medium">{title}</span>{' '}
        <span className="text-muted">
          <Age at={news.at} />
        </span>
      </p>
      {body !== '' && <p className="whitespace-pre-line text-muted">{body}</p>}
    </div>
  );
}

function NotifyChoice() {
  const [{ notify }, list] = useWatchList();
  const state = useSyncExternalStore(notifyStates.subscribe, notifyStates.get);
  const about = useId();
  const can = state === 'ask' || state === 'granted';
  const choose = async (wanted: boolean) => {
    // The browser asks in answer to this click, and never else.
    list.setNotify(wanted && (await askToNotify()));
  };
  return (
    <label className="mt-2 flex items-start gap-1.5 border-t border-line pt-2 max-sm:min-h-11">
      <input
        type="checkbox"
        checked={notify && can}
        disabled={!can}
        aria-describedby={about}
        onChange={(event) => void choose(event.currentTarget.checked)}
        className="mt-1 accent-accent"
      />
      <span>
        Notify me on this desktop
        <span id={about} className="block text-muted">
          {NOTIFY_WORDS[state]}
        </span>
      </span>
    </label>
  );
}
