import { ChartColumn } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useOfferedCommands } from '../frame/commands/usePageCommands.ts';
import { useView } from '../frame/view/useView.ts';
import { isAboveLens } from './isAboveLens.ts';
import { useTimelineShown } from './useTimelineShown.ts';

/** Shows and hides builds over time above the list. */
export function TimelineTool() {
  const [{ lens }] = useView();
  const [shown, toggle] = useTimelineShown();
  const isAbove = isAboveLens(lens);
  useOfferedCommands(
    isAbove
      ? [
          {
            name: shown ? 'Hide builds over time' : 'Show builds over time',
            keys: 't',
            run: toggle,
          },
        ]
      : [],
  );
  if (!isAbove) return null;
  return (
    <Button
      variant="plain"
      aria-pressed={shown}
      title={shown ? 'Hide builds over time' : 'Show builds over time'}
      onClick={toggle}
    >
      <ChartColumn aria-hidden="true" className="size-3.5" />
      <span className="max-lg:sr-only">Timeline</span>
    </Button>
  );
}
