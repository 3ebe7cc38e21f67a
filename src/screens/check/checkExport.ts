import type { CheckedImage, CheckedList } from '../../insights/check/ListCheck.ts';
import type { LensExport, PlainColumn } from '../frame/lens/LensExport.ts';
import type { CheckCells } from './checkColumns.tsx';
import { errorAt, pathAt } from './checkedBuild.ts';
import { checkWords, sumText } from './checkWords.ts';

type Read = Pick<CheckCells, 'table' | 'complete' | 'lines'>;

/** What is said of a build, of an image that has one in a state. */
const ofBuild =
  <Value>(state: CheckedImage['state'] | null, read: (row: number) => Value) =>
  (image: CheckedImage): Value | null =>
    image.row === null || (state !== null && image.state !== state) ? null : read(image.row);

function columnsOf({ table, complete, lines }: Read): readonly PlainColumn<CheckedImage>[] {
  return [
    { title: 'Image', field: 'image', kind: 'text', value: ({ name }) => name },
    { title: 'Tag', field: 'tag', kind: 'text', value: ({ tag }) => tag },
    {
      title: 'State',
      field: 'state',
      kind: 'words',
      value: ({ state }) => checkWords(state, complete).word,
    },
    {
      title: 'Path',
      field: 'path',
      kind: 'text',
      value: ofBuild('good', (row) => pathAt(table, row)),
    },
    {
      title: 'Cause',
      field: 'error',
      kind: 'text',
      value: ofBuild('failed', (row) => errorAt(table, row, lines)),
    },
    {
      title: 'Created',
      field: 'created',
      kind: 'time',
      value: ofBuild(null, (row) => table.created[row] ?? Number.NaN),
    },
    {
      title: null,
      field: 'build_id',
      kind: 'text',
      value: ofBuild(null, (row) => table.id.at(row)),
    },
  ];
}

/** The checked list for files and paper. */
export function checkExport(
  read: Read,
  checked: CheckedList | null,
  rows: LensExport<CheckedImage>['rows'],
): LensExport<CheckedImage> {
  return {
    noun: ['listed image', 'listed images'],
    said: checked === null ? 'Nothing is checked yet' : sumText(checked),
    columns: columnsOf(read),
    rows,
    complete: read.complete,
  };
}
