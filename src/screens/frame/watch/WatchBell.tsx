import { Bell, BellRing } from 'lucide-react';
import { type Watched, watchedKey } from '../../../insights/watch/Watched.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWatchList } from './useWatchList.ts';

/** Watches one thing, or no more: what becomes of it is told. */
export function WatchBell({ thing }: { readonly thing: Watched }) {
  const [{ watched }, list] = useWatchList();
  const on = watched.some((one) => watchedKey(one) === watchedKey(thing));
  const Icon = on ? BellRing : Bell;
  return (
    <Button
      variant="plain"
      aria-pressed={on}
      title={on ? `End watching this ${thing.kind}` : `Tell me what becomes of this ${thing.kind}`}
      onClick={() => list.toggle(thing)}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      {/* Both words have their place, so that neither moves what stands beside them. */}
      <span className="grid text-left">
        <span className={on ? 'invisible col-start-1 row-start-1' : 'col-start-1 row-start-1'}>
          Watch
        </span>
        <span className={on ? 'col-start-1 row-start-1' : 'invisible col-start-1 row-start-1'}>
          Watched
        </span>
      </span>
    </Button>
  );
}
