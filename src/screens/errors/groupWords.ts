import { formatCount, plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import type { GroupRow } from './GroupRow.ts';

/** Subjects named in a row. */
const NAMED = 2;

/** What a cause is about: the most frequent subjects, and how many more there are. */
export function subjectsText({ matching }: GroupRow): string {
  const { subjects } = matching;
  const named = subjects.slice(0, NAMED).map(({ subject }) => makeVisible(subject.slice(0, 80)));
  const more = subjects.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${formatCount(more)} more` : named.join(', ');
}

/** `312 artifacts in 300 builds`: what is counted, and what a link opens. */
export function countsText({ matching }: GroupRow): string {
  const { artifacts, builds } = matching;
  return `${plural(artifacts, 'artifact', 'artifacts')} in ${plural(builds, 'build', 'builds')}`;
}

/** What a column says of a cause in plain text, while rows pass too fast to be read. */
export function passingGroupText(row: GroupRow, column: string): string {
  if (column === 'kind') return makeVisible(row.group.kind.slice(0, 120));
  if (column === 'artifacts') return formatCount(row.matching.artifacts);
  if (column === 'images') return formatCount(row.matching.images);
  return '';
}
