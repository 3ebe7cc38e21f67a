import { formatCount } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import type { TableColumn } from '../../table/columns/TableColumn.ts';
import { Age } from '../build/Age.tsx';
import { openColumn } from '../frame/lens/openColumn.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { BatchBar } from './BatchBar.tsx';
import type { BatchRow } from './BatchRow.ts';
import { BatchState } from './BatchState.tsx';
import { batchLink } from './batchLinks.ts';
import { countsText, endText, rateText } from './batchWords.ts';
import { OpenBatch } from './OpenBatch.tsx';

/** The columns of the pushes. */
export function batchColumns(toggle: (key: string) => void): readonly TableColumn<BatchRow>[] {
  return [
    openColumn((row, { opened }) => <OpenBatch row={row} opened={opened} toggle={toggle} />),
    ...FACTS,
  ];
}

const FACTS: readonly TableColumn<BatchRow>[] = [
  {
    id: 'batch',
    title: 'Batch',
    sorts: true,
    width: 170,
    share: 4,
    cell: ({ name, owner }) => (
      <span title={name} className="font-medium" dir="ltr">
        {name}
        {owner !== null && (
          <span className="ml-2 font-normal text-muted">{makeVisible(owner.slice(0, 80))}</span>
        )}
      </span>
    ),
  },
  {
    id: 'started',
    title: 'Started',
    sorts: true,
    align: 'end',
    width: 96,
    fits: true,
    cell: ({ batch }, { now }) => <Age at={batch.firstCreated} now={now} />,
  },
  {
    id: 'state',
    title: 'State',
    sorts: true,
    width: 158,
    cell: ({ progress }) => <BatchState state={progress.state} />,
  },
  {
    id: 'bar',
    title: 'Progress',
    width: 136,
    dropBelow: 1070,
    fits: true,
    cell: ({ progress }) => <BatchBar progress={progress} />,
  },
  {
    id: 'counts',
    title: 'Done, active',
    width: 160,
    dropBelow: 1220,
    cell: ({ progress }) => (
      <span title={countsText(progress)} className="text-sm text-muted tabular-nums">
        {formatCount(progress.completed)} done, {formatCount(progress.active)} active
      </span>
    ),
  },
  {
    id: 'images',
    title: 'Images',
    sorts: true,
    align: 'end',
    width: 88,
    fits: true,
    cell: ({ progress }) => (
      <span title={countsText(progress)}>{formatCount(progress.images)}</span>
    ),
  },
  {
    id: 'failed',
    title: 'Failed',
    sorts: true,
    align: 'end',
    width: 84,
    fits: true,
    cell: ({ progress }) => formatCount(progress.failed),
  },
  {
    id: 'retries',
    title: 'Retries',
    align: 'end',
    width: 76,
    dropBelow: 1400,
    fits: true,
    cell: ({ progress }) => formatCount(progress.retries),
  },
  {
    id: 'rate',
    title: 'Rate',
    align: 'end',
    width: 84,
    dropBelow: 1400,
    cell: ({ progress }) => (
      <span title="Builds that ended a minute, over the last 5">{rateText(progress)}</span>
    ),
  },
  {
    id: 'end',
    title: 'End',
    width: 176,
    dropBelow: 930,
    cell: (row) => <span className="text-sm tabular-nums">{endText(row)}</span>,
  },
  {
    id: 'show',
    title: 'Builds',
    width: 104,
    fixed: true,
    fits: true,
    cell: ({ key }) => <PageLink href={batchLink(key)}>Show builds</PageLink>,
  },
];
