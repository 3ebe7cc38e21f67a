import { ARTIFACT_TYPES, STATUSES } from '../../../contract/status.ts';
import type { FacetCount } from '../../../list/Selection.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { useRoving } from '../../../ui/useRoving.ts';
import { withFilter } from '../../../views/editView.ts';
import { hasValue, toggleValue } from '../../../views/query/editFilter.ts';
import { artifactLook } from '../../build/artifactLook.ts';
import { statusLook } from '../../build/statusLook.ts';
import { useList } from '../list/useList.ts';
import { useView } from '../view/useView.ts';
import { Facet } from './Facet.tsx';
import { TimeMenu } from './TimeMenu.tsx';
import { useFittingChips } from './useFittingChips.ts';

/** What stands for the facets that have no room. Pixels. */
const MORE = 52;

/**
 * Values to filter by, each with the count it would leave, in one line: what has no room waits
 * behind a button that says how many, what is pressed last of all.
 */
export function FacetBar() {
  const [view, actions] = useView();
  const { status, artifact } = useList().selection.facets;
  const roving = useRoving();
  const facets = [
    ...withAll(STATUSES, status).map(({ value, count }) => {
      const { word, tone, icon } = statusLook(value);
      return { field: 'status' as const, value, count, word, tone, icon };
    }),
    ...withAll(ARTIFACT_TYPES, artifact).map(({ value, count }) => {
      const { word, icon } = artifactLook(value);
      return { field: 'artifact' as const, value, count, word, tone: 'tone-other', icon };
    }),
  ];
  const pressed = facets.map(({ field, value }) => hasValue(view.filter, field, value));
  const { line, isShown } = useFittingChips(pressed, MORE);
  const draw = (at: number, hidden: boolean) => {
    const facet = facets[at];
    if (!facet) return null;
    const { field, value, word, tone, icon, count } = facet;
    return (
      <Facet
        key={`${field} ${value}`}
        at={at}
        name={word}
        tone={tone}
        icon={icon}
        count={count}
        pressed={pressed[at] ?? false}
        hidden={hidden}
        onToggle={() =>
          actions.push((now) => withFilter(now, toggleValue(now.filter, field, value)))
        }
      />
    );
  };
  const rest = facets.flatMap((_, at) => (isShown(at) ? [] : [at]));
  return (
    <div
      {...roving}
      role="toolbar"
      aria-label="Filter by"
      className="flex min-w-0 flex-1 items-center gap-1 print:hidden"
    >
      <TimeMenu />
      <span aria-hidden="true" className="mx-1 h-5 w-px shrink-0 bg-line max-sm:hidden" />
      <div ref={line} className="relative flex min-w-0 flex-1 items-center gap-1">
        {facets.map((_, at) => draw(at, !isShown(at)))}
        {rest.length > 0 && (
          <Popover
            variant="plain"
            className={rest.some((at) => pressed[at]) ? 'chosen bg-chosen' : ''}
            aria-label={`${rest.length} more to filter by`}
            label={`+${rest.length}`}
            panel={() => (
              <div className="flex max-w-80 flex-wrap gap-1 p-2">
                {rest.map((at) => draw(at, false))}
              </div>
            )}
          />
        )}
      </div>
    </div>
  );
}

/** The contract's values in its order, even those that no build has; then what else there is. */
function withAll(values: readonly string[], counts: readonly FacetCount[]): FacetCount[] {
  const known = values.map(
    (value) => counts.find((each) => each.value === value) ?? { value, count: 0 },
  );
  return [...known, ...counts.filter((each) => !values.includes(each.value))];
}
