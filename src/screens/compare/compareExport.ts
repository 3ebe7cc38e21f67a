import type { TableRows } from '../../table/place/TableRows.ts';
import type { LensExport } from '../frame/lens/LensExport.ts';
import type { ChangeRow } from './changeRows.ts';
import { changeWords } from './compareWords.ts';
import { saidOf } from './saidOf.ts';
import type { SeenComparison } from './useCompare.ts';

/** The images that changed as files and paper have them. */
export function compareExport(
  seen: SeenComparison,
  rows: TableRows<ChangeRow>,
): LensExport<ChangeRow> {
  return {
    noun: ['image that changed', 'images that changed'],
    said: saidOf(seen),
    columns: COLUMNS,
    rows,
    complete: seen.complete,
  };
}

const COLUMNS: LensExport<ChangeRow>['columns'] = [
  { title: 'Image', field: 'image', kind: 'text', value: ({ name }) => name },
  { title: 'Tag', field: 'tag', kind: 'text', value: ({ tag }) => tag },
  {
    title: 'Change',
    field: 'change',
    kind: 'words',
    value: ({ change }) => changeWords(change).word,
  },
  { title: null, field: 'older_build', kind: 'text', value: ({ before }) => before?.id ?? null },
  {
    title: 'Older',
    field: 'older_status',
    kind: 'text',
    value: ({ before }) => before?.status ?? null,
  },
  {
    title: 'Older ended',
    field: 'older_ended_at',
    kind: 'time',
    value: ({ before }) => before?.ended ?? null,
  },
  { title: null, field: 'newer_build', kind: 'text', value: ({ after }) => after?.id ?? null },
  {
    title: 'Newer',
    field: 'newer_status',
    kind: 'text',
    value: ({ after }) => after?.status ?? null,
  },
  {
    title: 'Newer ended',
    field: 'newer_ended_at',
    kind: 'time',
    value: ({ after }) => after?.ended ?? null,
  },
];
