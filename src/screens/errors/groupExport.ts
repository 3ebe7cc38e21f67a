import type { ErrorFacts } from '../../insights/errors/ErrorFacts.ts';
import type { PickedErrors } from '../../insights/errors/PickedErrors.ts';
import { plural } from '../../lib/number.ts';
import type { LensExport, PlainColumn } from '../frame/lens/LensExport.ts';
import type { GroupRow } from './GroupRow.ts';
import { stateText } from './stateText.ts';

const COLUMNS: readonly PlainColumn<GroupRow>[] = [
  { title: 'Cause', field: 'cause', kind: 'text', value: ({ group }) => group.kind },
  { title: null, field: 'fingerprint', kind: 'text', value: ({ group }) => group.fingerprint },
  {
    title: 'About',
    field: 'subjects',
    kind: 'list',
    value: ({ matching }) => matching.subjects.map(({ subject }) => subject),
  },
  { title: 'Guess', field: 'family', kind: 'words', value: ({ group }) => group.family },
  {
    title: 'Artifacts',
    field: 'artifacts',
    kind: 'count',
    value: ({ matching }) => matching.artifacts,
  },
  { title: 'Builds', field: 'builds', kind: 'count', value: ({ matching }) => matching.builds },
  { title: 'Images', field: 'images', kind: 'count', value: ({ matching }) => matching.images },
  { title: 'First seen', field: 'first_seen', kind: 'time', value: ({ group }) => group.first },
  { title: 'Last seen', field: 'last_seen', kind: 'time', value: ({ group }) => group.last },
  { title: 'State', field: 'state', kind: 'words', value: stateWord },
  {
    title: null,
    field: 'newest_error',
    kind: 'text',
    value: ({ matching }) => matching.examples(1)[0]?.text ?? null,
  },
];

function stateWord({ group, muted }: GroupRow): string {
  return muted ? 'Muted' : stateText(group.state).word;
}

/** The causes for files and paper. */
export function groupExport(
  facts: Pick<ErrorFacts, 'complete'>,
  { count, artifacts, builds }: Pick<PickedErrors, 'count' | 'artifacts' | 'builds'>,
  rows: LensExport<GroupRow>['rows'],
): LensExport<GroupRow> {
  const of = `${plural(artifacts, 'failed artifact', 'failed artifacts')} in ${plural(builds, 'build', 'builds')}`;
  const soFar = facts.complete ? '' : ' so far';
  return {
    noun: ['cause', 'causes'],
    said: `${plural(count, 'cause', 'causes')} of ${of}${soFar}`,
    columns: COLUMNS,
    rows,
    complete: facts.complete,
  };
}
