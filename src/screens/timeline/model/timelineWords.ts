import { plural } from '../../../lib/number.ts';
import { formatSpan } from '../../../lib/span.ts';
import type { SeenTimeline } from './useTimeline.ts';

/** `98 builds over 4 d 2 h`: of all times that are drawn; `so far` while the list is not whole. */
export function timelineWords({ timeline, complete }: SeenTimeline): string {
  const { axis, counts } = timeline;
  const builds = counts.byKind.reduce(
    (sum, kind) => sum + kind.reduce((all, one) => all + one, 0),
    0,
  );
  const span = formatSpan((axis.edges.at(-1) ?? 0) - (axis.edges[0] ?? 0)).replace(/ 0+ \w+$/, '');
  return `${plural(builds, 'build', 'builds')} over ${span}${complete ? '' : ' so far'}`;
}
