import { formatCount } from '../../../lib/number.ts';
import type { TableColumn } from '../../../table/columns/TableColumn.ts';
import { openColumn } from '../../frame/lens/openColumn.tsx';
import { formatMean } from '../model/bucketText.ts';
import { KINDS } from '../model/kinds.ts';
import type { BucketRow } from './bucketRows.ts';
import { OpenBucket } from './OpenBucket.tsx';

/** The columns of the times. */
export function bucketColumns(toggle: (key: string) => void): readonly TableColumn<BucketRow>[] {
  return [
    openColumn((row, { opened }) => <OpenBucket row={row} opened={opened} toggle={toggle} />),
    { id: 'time', title: 'Time', width: 250, share: 3, cell: ({ name }) => name },
    number('builds', 'Builds', ({ sums }) => formatCount(sums.total)),
    ...KINDS.map(({ word, title, tone }, at) =>
      number(word, title, ({ sums }) => {
        const part = sums.parts[at] ?? 0;
        if (part === 0) return <span className="text-muted">0</span>;
        return <span className={`${tone} text-tone`}>{formatCount(part)}</span>;
      }),
    ),
    number('running', 'Running', ({ sums }) => formatMean(sums.running)),
    number('waiting', 'Waiting', ({ sums }) => formatMean(sums.waiting)),
  ];
}

function number(
  id: string,
  title: string,
  cell: TableColumn<BucketRow>['cell'],
): TableColumn<BucketRow> {
  return { id, title, width: 92, align: 'end', fits: true, cell };
}

/** What a column says of a time in plain text, while rows pass too fast to be read. */
export function passingBucketText({ name, sums }: BucketRow, column: string): string {
  if (column === 'time') return name;
  return column === 'builds' ? formatCount(sums.total) : '';
}
