import type { BatchFacts, PickedBatches } from '../../insights/batches/Batches.ts';
import { plural } from '../../lib/number.ts';
import type { LensExport, PlainColumn } from '../frame/lens/LensExport.ts';
import type { BatchRow } from './BatchRow.ts';
import { endText, stateWords } from './batchWords.ts';

const count = (
  title: string | null,
  field: string,
  of: (row: BatchRow) => number,
): PlainColumn<BatchRow> => ({ title, field, kind: 'count', value: of });

const COLUMNS: readonly PlainColumn<BatchRow>[] = [
  { title: 'Batch', field: 'family', kind: 'text', value: ({ batch }) => batch.family },
  { title: 'Tag', field: 'tag', kind: 'text', value: ({ batch }) => batch.tag },
  { title: 'Owner', field: 'owner', kind: 'text', value: ({ owner }) => owner },
  { title: null, field: 'build_id', kind: 'text', value: ({ key }) => key },
  { title: 'Started', field: 'started', kind: 'time', value: ({ batch }) => batch.firstCreated },
  {
    title: 'Newest',
    field: 'last_created',
    kind: 'time',
    value: ({ batch }) => batch.lastCreated,
  },
  {
    title: 'State',
    field: 'state',
    kind: 'words',
    value: ({ progress }) => stateWords(progress.state).word,
  },
  count('Images', 'images', ({ progress }) => progress.images),
  count('Done', 'completed', ({ progress }) => progress.completed),
  count('Failed', 'failed', ({ progress }) => progress.failed),
  count('Cancelled', 'cancelled', ({ progress }) => progress.cancelled),
  count('Active', 'active', ({ progress }) => progress.active),
  count(null, 'stalled', ({ progress }) => progress.stalled),
  count(null, 'other', ({ progress }) => progress.other),
  count('Retries', 'retries', ({ progress }) => progress.retries),
  { title: null, field: 'took_seconds', kind: 'span', value: ({ progress }) => progress.tookMs },
  { title: 'End', field: null, kind: 'words', value: endText },
];

/** The pushes for files and paper. `build_id` finds a push again, as `batch=` does. */
export function batchExport(
  { complete }: Pick<BatchFacts, 'complete'>,
  { batches, builds }: PickedBatches,
  rows: LensExport<BatchRow>['rows'],
): LensExport<BatchRow> {
  const said = `${plural(batches.length, 'batch', 'batches')} of ${plural(builds, 'build', 'builds')}`;
  return {
    noun: ['batch', 'batches'],
    said: complete ? said : `${said} so far`,
    columns: COLUMNS,
    rows,
    complete,
  };
}
