import { ARTIFACT_TYPES, STATUSES } from '../../../contract/status.ts';
import { formatCount } from '../../../lib/number.ts';
import type { FacetCount } from '../../../list/Selection.ts';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { withFilter } from '../../../views/editView.ts';
import { hasValue, toggleValue } from '../../../views/query/editFilter.ts';
import { artifactLook } from '../../build/artifactLook.ts';
import { statusLook } from '../../build/statusLook.ts';
import { useList } from '../list/useList.ts';
import { useView } from '../view/useView.ts';
import { CreatedMenu } from './CreatedMenu.tsx';

/** Values to filter by, each with the count it would leave. */
export function FacetBar() {
  const [view, actions] = useView();
  const { facets } = useList().selection;
  const toggle = (field: 'status' | 'artifact', value: string) =>
    actions.push((now) => withFilter(now, toggleValue(now.filter, field, value)));
  return (
    <div className="flex items-center gap-1 px-3 pb-2 [scrollbar-width:none] max-sm:overflow-x-auto print:hidden">
      {/* Where there is no room the values scroll, and the menu behind them stays in sight. */}
      <div className="flex min-w-0 items-center gap-1 overflow-x-auto [scrollbar-width:none] max-sm:contents sm:-m-1 sm:p-1">
        {withAll(STATUSES, facets.status).map(({ value, count }) => {
          const { word, tone, icon } = statusLook(value);
          return (
            <Facet
              key={`status ${value}`}
              name={word}
              tone={tone}
              icon={icon}
              count={count}
              pressed={hasValue(view.filter, 'status', value)}
              onToggle={() => toggle('status', value)}
            />
          );
        })}
        <span aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-line" />
        {withAll(ARTIFACT_TYPES, facets.artifact).map(({ value, count }) => {
          const { word, icon } = artifactLook(value);
          return (
            <Facet
              key={`artifact ${value}`}
              name={word}
              tone="tone-other"
              icon={icon}
              count={count}
              pressed={hasValue(view.filter, 'artifact', value)}
              onToggle={() => toggle('artifact', value)}
            />
          );
        })}
      </div>
      <span aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-line" />
      <CreatedMenu />
    </div>
  );
}

interface FacetProps {
  readonly name: string;
  readonly tone: string;
  readonly icon: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

function Facet({ name, tone, icon, count, pressed, onToggle }: FacetProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onToggle}
      className={classes(
        tone,
        'inline-flex h-7 shrink-0 items-center gap-1.5 rounded-full border px-2 text-sm hover:bg-hover max-sm:h-11',
        pressed ? 'border-tone bg-tone-soft font-medium' : 'border-line',
        count === 0 && !pressed && 'text-muted',
      )}
    >
      <Icon path={icon} className="text-tone" />
      {name}
      <span className="text-muted tabular-nums">{formatCount(count)}</span>
    </button>
  );
}

/** The contract's values in its order, even those that no build has; then what else there is. */
function withAll(values: readonly string[], counts: readonly FacetCount[]): FacetCount[] {
  const known = values.map(
    (value) => counts.find((each) => each.value === value) ?? { value, count: 0 },
  );
  return [...known, ...counts.filter((each) => !values.includes(each.value))];
}
