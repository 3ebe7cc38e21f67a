import type { TableColumn } from '../../table/columns/TableColumn.ts';
import { Age } from '../build/Age.tsx';
import { StatusBadge } from '../build/StatusBadge.tsx';
import { openColumn } from '../frame/lens/openColumn.tsx';
import type { ChangeRow, SideBuild } from './changeRows.ts';
import { changeWords } from './compareWords.ts';
import { OpenChange } from './OpenChange.tsx';

/** The columns of the images that changed. */
export function changeColumns(toggle: (key: string) => void): readonly TableColumn<ChangeRow>[] {
  return [
    openColumn((row, { opened }) => <OpenChange row={row} opened={opened} toggle={toggle} />),
    { id: 'image', title: 'Image', width: 320, share: 3, cell: ({ shown }) => shown },
    {
      id: 'change',
      title: 'Change',
      width: 130,
      fits: true,
      cell: ({ change }) => {
        const { word, whole, tone } = changeWords(change);
        return (
          <span title={whole} className={`${tone} text-sm font-medium text-tone`}>
            {word}
          </span>
        );
      },
    },
    ...side('before', 'Older', ({ before }) => before),
    ...side('after', 'Newer', ({ after }) => after),
  ];
}

function side(
  id: string,
  title: string,
  buildOf: (row: ChangeRow) => SideBuild | null,
): readonly TableColumn<ChangeRow>[] {
  return [
    {
      id,
      title,
      width: 120,
      cell: (row, { now }) => {
        const build = buildOf(row);
        return build === null ? '–' : <StatusBadge status={build.status} now={now} />;
      },
    },
    {
      id: `${id}-ended`,
      title: 'Ended',
      width: 100,
      align: 'end',
      cell: (row, { now }) => <Age at={buildOf(row)?.ended ?? Number.NaN} now={now} />,
    },
  ];
}

/** What a column says of an image in plain text, while rows pass too fast to be read. */
export function passingChangeText({ shown, change }: ChangeRow, column: string): string {
  if (column === 'image') return shown;
  return column === 'change' ? changeWords(change).word : '';
}
