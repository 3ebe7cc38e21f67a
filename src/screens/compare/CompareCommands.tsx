import { withCompare } from '../../views/editView.ts';
import { useOfferedCommands } from '../frame/commands/usePageCommands.ts';
import { useView } from '../frame/view/useView.ts';

/** Offers comparisons to the palette. */
export function CompareCommands() {
  const [, actions] = useView();
  const compare = (name: string, what: string | null) => ({
    name,
    run: () => actions.push((now) => withCompare(now, what)),
  });
  useOfferedCommands([
    compare('Compare the last 24 h with the 24 h before', null),
    compare('Compare today with yesterday', 'today'),
    compare('Compare this week with last week', 'this-week'),
  ]);
  return null;
}
