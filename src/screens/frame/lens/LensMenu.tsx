import { classes } from '../../../ui/classes.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { withLens } from '../../../views/editView.ts';
import { useView } from '../view/useView.ts';
import type { Lens } from './Lens.ts';

export interface LensMenuProps {
  readonly lenses: readonly Lens[];
  /** The one that is shown, be it among them or not. */
  readonly current: Lens | undefined;
}

/** Lenses as a menu, named after the one that is shown, or `More` where that is none of them. */
export function LensMenu({ lenses, current }: LensMenuProps) {
  const [, actions] = useView();
  const chosen = lenses.find(({ lens }) => lens === current?.lens);
  return (
    <Menu
      variant="plain"
      aria-label={chosen ? `Lens: ${chosen.label}` : 'More lenses'}
      label={chosen?.label ?? 'More'}
      className={classes('font-normal', chosen ? 'current bg-chosen' : 'text-muted')}
      items={lenses.map(({ lens, label }) => ({
        label,
        checked: lens === current?.lens,
        onSelect: () => actions.push((now) => withLens(now, lens)),
      }))}
    />
  );
}
