import { Bell, BellRing } from 'lucide-react';
import { useRef } from 'react';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useOfferedCommands } from '../frame/commands/usePageCommands.ts';
import { useWatchList } from '../frame/watch/useWatchList.ts';
import { useWatchView } from './watch/useWatchView.ts';

const WatchPanel = lazyPiece(async () => (await import('./watch/WatchPanel.tsx')).WatchPanel);

/** What is watched, and what became of it: the one list of it behind a bell. */
export function WatchTool() {
  const [{ watched, news }] = useWatchList();
  const { isWatched, toggle } = useWatchView();
  const button = useRef<HTMLSpanElement>(null);
  useOfferedCommands([
    {
      name: 'Watching and notifications',
      run: () => button.current?.querySelector('button')?.click(),
    },
    { name: isWatched ? 'End watching this view' : 'Watch this view', run: toggle },
  ]);
  const unread = news !== null && !news.read ? news : null;
  const counted = unread === null ? '' : unread.short || 'news';
  const said = [`Watching ${watched.length}`, ...(counted === '' ? [] : [counted])].join(', ');
  const Icon = watched.length > 0 ? BellRing : Bell;
  return (
    <span ref={button} className="contents">
      <Popover
        variant="plain"
        align="end"
        aria-label={watched.length > 0 ? said : 'Watch'}
        title="What is watched, and what became of it"
        className="relative"
        label={
          <>
            <Icon aria-hidden="true" className="size-4" />
            {counted !== '' && (
              <span
                aria-hidden="true"
                className="absolute top-0.5 right-0.5 size-2 rounded-full bg-accent max-sm:top-2 max-sm:right-2 forced-colors:border-4 forced-colors:border-[Highlight]"
              />
            )}
          </>
        }
        panel={() => (
          <Piece>
            <WatchPanel />
          </Piece>
        )}
      />
    </span>
  );
}
