import { classes } from '../../../ui/classes.ts';
import { isPlainClick } from '../../../ui/isPlainClick.ts';
import { lazyPiece } from '../../../ui/lazyPiece.ts';
import { Piece } from '../../../ui/Piece.tsx';
import { useMediaQuery } from '../../../ui/useMediaQuery.ts';
import { useRoving } from '../../../ui/useRoving.ts';
import { printView } from '../../../views/address/printView.ts';
import { withLens } from '../../../views/editView.ts';
import { useAddress, useView } from '../view/useView.ts';
import { currentLens } from './currentLens.ts';
import { useLenses } from './useLenses.ts';

const LensMenu = lazyPiece(async () => (await import('./LensMenu.tsx')).LensMenu);

/**
 * The switch between the ways to look at the list: links, and a menu of those that are asked for
 * less often; one menu where it is narrow.
 */
export function LensNav() {
  const address = useAddress();
  const [view, actions] = useView();
  const lenses = useLenses();
  const roving = useRoving();
  const narrow = useMediaQuery('(max-width: 899.9px)');
  if (lenses.length < 2) return null;
  const current = currentLens(lenses, view);
  const often = lenses.filter(({ more }) => !more);
  const rare = lenses.filter(({ more }) => more);
  return (
    <nav aria-label="Lenses" className="shrink-0">
      {narrow ? (
        <Piece fallback={<span className="block h-11 w-24" />}>
          <LensMenu lenses={lenses} current={current} />
        </Piece>
      ) : (
        <div {...roving}>
          <ul className="flex gap-0.5">
            {often.map(({ lens, label }) => (
              <li key={lens}>
                <a
                  href={address.href(printView(withLens(view, lens)))}
                  aria-current={lens === current?.lens ? 'page' : undefined}
                  onClick={(event) => {
                    if (!isPlainClick(event)) return;
                    event.preventDefault();
                    actions.push((now) => withLens(now, lens));
                  }}
                  className={classes(
                    'inline-flex h-7 items-center rounded-md px-2 text-sm',
                    lens === current?.lens
                      ? 'current bg-chosen font-medium text-ink'
                      : 'text-muted hover:bg-hover hover:text-ink',
                  )}
                >
                  {label}
                </a>
              </li>
            ))}
            {rare.length > 0 && (
              <li>
                <Piece fallback={<span className="block h-7 w-18" />}>
                  <LensMenu lenses={rare} current={current} />
                </Piece>
              </li>
            )}
          </ul>
        </div>
      )}
    </nav>
  );
}
