import { Menu } from '../../../ui/Menu.tsx';
import { withLens } from '../../../views/editView.ts';
import { useView } from '../view/useView.ts';
import { currentLens } from './currentLens.ts';
import { useLenses } from './useLenses.ts';

/** The lenses as one menu, named after the one that is shown. */
export function LensMenu() {
  const [view, actions] = useView();
  const lenses = useLenses();
  const current = currentLens(lenses, view);
  return (
    <Menu
      variant="plain"
      aria-label={`Lens: ${current?.label}`}
      label={current?.label}
      items={lenses.map(({ lens, label }) => ({
        label,
        checked: lens === current?.lens,
        onSelect: () => actions.push((now) => withLens(now, lens)),
      }))}
    />
  );
}
