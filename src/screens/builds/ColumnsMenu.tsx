import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { useCopy } from '../../ui/clipboard/useCopy.ts';
import { printView } from '../../views/address/printView.ts';
import {
  COLUMNS,
  type Column,
  DENSITIES,
  type Density,
  makeView,
} from '../../views/address/View.ts';
import { useList } from '../frame/list/useList.ts';
import { usePageReplica } from '../frame/list/usePageReplica.ts';
import { useAddress, useView } from '../frame/view/useView.ts';
import { COLUMN_TITLES } from './columnTitles.ts';
import { USUAL, USUAL_COLUMNS, useTablePreferences } from './tablePreferences.ts';

const DENSITY_WORDS: Record<Density, string> = { compact: 'Compact', comfortable: 'Comfortable' };

/** Which columns are shown, in which order, how close the rows stand, and what is kept. */
export function ColumnsMenu() {
  const address = useAddress();
  const [view] = useView();
  const replica = usePageReplica();
  const { keepsCopy, copyLeft } = useList().state;
  const [preferences, setPreferences] = useTablePreferences();
  const [copied, copy] = useCopy();
  const id = useId();
  const shown = preferences.columns ?? USUAL_COLUMNS;
  const rest = COLUMNS.filter((column) => !shown.includes(column));
  const setColumns = (columns: readonly Column[]) =>
    setPreferences({ ...preferences, columns: columns.length > 0 ? columns : null });
  const move = (column: Column, by: number) => {
    const from = shown.indexOf(column);
    const others = shown.filter((each) => each !== column);
    setColumns([...others.slice(0, from + by), column, ...others.slice(from + by)]);
  };
  const link = () => {
    const whole = makeView({ ...view, columns: shown, density: preferences.density });
    return address.link(printView(whole));
  };

  return (
    <div className="w-64 p-2 text-sm">
      <h2 className="px-1 pb-1 font-medium">Columns</h2>
      <ul>
        {[...shown, ...rest].map((column) => {
          const at = shown.indexOf(column);
          const title = COLUMN_TITLES[column];
          return (
            <li
              key={column}
              className="flex h-7 items-center gap-1 rounded px-1 hover:bg-hover max-sm:h-11"
            >
              <input
                id={`${id}${column}`}
                type="checkbox"
                checked={at >= 0}
                onChange={() =>
                  setColumns(at >= 0 ? shown.filter((each) => each !== column) : [...shown, column])
                }
                className="accent-accent"
              />
              <label htmlFor={`${id}${column}`} className="flex-1">
                {title}
              </label>
              <button
                type="button"
                aria-label={`Move ${title} left`}
                disabled={at < 1}
                onClick={() => move(column, -1)}
                className={classes('size-6 rounded hover:bg-hover', at < 1 && 'invisible')}
              >
                <ArrowUp aria-hidden="true" className="mx-auto size-3.5 text-muted" />
              </button>
              <button
                type="button"
                aria-label={`Move ${title} right`}
                disabled={at < 0 || at === shown.length - 1}
                onClick={() => move(column, 1)}
                className={classes(
                  'size-6 rounded hover:bg-hover',
                  (at < 0 || at === shown.length - 1) && 'invisible',
                )}
              >
                <ArrowDown aria-hidden="true" className="mx-auto size-3.5 text-muted" />
              </button>
            </li>
          );
        })}
      </ul>
      <fieldset className="mt-2 border-t border-line px-1 pt-2">
        <legend className="sr-only">Density</legend>
        {DENSITIES.map((density) => (
          <label key={density} className="mr-3 inline-flex items-center gap-1.5 max-sm:h-11">
            <input
              type="radio"
              name={`${id}density`}
              checked={preferences.density === density}
              onChange={() => setPreferences({ ...preferences, density })}
              className="accent-accent"
            />
            {DENSITY_WORDS[density]}
          </label>
        ))}
      </fieldset>
      <label className="mt-2 flex items-start gap-1.5 border-t border-line px-1 pt-2 max-sm:min-h-11">
        <input
          type="checkbox"
          checked={keepsCopy}
          onChange={(event) => replica.keepCopy(event.currentTarget.checked)}
          className="mt-1 accent-accent"
        />
        <span>
          Keep a copy on this device
          <span className="block text-muted">
            The builds are shown at once on the next visit. Removed when you sign out.
          </span>
          {copyLeft && (
            <span role="alert" className="tone-waiting block text-tone">
              The browser did not remove the copy. It is tried again when this page is next opened.
            </span>
          )}
        </span>
      </label>
      <div className="mt-2 flex flex-wrap gap-1 border-t border-line pt-2">
        <Button variant="plain" onClick={() => setPreferences(USUAL)}>
          Reset
        </Button>
        <Button variant="plain" onClick={() => void copy(link(), 'the link with columns')}>
          {copied === 'copied' ? 'Copied' : 'Copy link with columns'}
        </Button>
      </div>
    </div>
  );
}
