import { ChartColumn } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { withTimeline } from '../../views/editView.ts';
import { useOfferedCommands } from '../frame/commands/usePageCommands.ts';
import { useView } from '../frame/view/useView.ts';
import { likeTimeline } from './likedTimeline.ts';
import { useTimelineShown } from './useTimelineShown.ts';

/** Shows and hides builds over time above the list; that is no step which Back undoes. */
export function TimelineTool() {
  const [, actions] = useView();
  const shown = useTimelineShown();
  const name = shown ? 'Hide builds over time' : 'Show builds over time';
  const toggle = () => {
    likeTimeline(!shown);
    actions.replace((now) => withTimeline(now, shown ? null : '1'));
  };
  useOfferedCommands(shown === null ? [] : [{ name, keys: 't', run: toggle }]);
  if (shown === null) return null;
  return (
    <Button variant="plain" aria-pressed={shown} title={name} onClick={toggle}>
      <ChartColumn aria-hidden="true" className="size-3.5" />
      <span className="max-lg:sr-only">Timeline</span>
    </Button>
  );
}
