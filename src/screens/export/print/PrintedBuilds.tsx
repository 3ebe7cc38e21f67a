import { formatCount, plural } from '../../../lib/number.ts';
import { zoneWord } from '../../../lib/zone.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import type { View } from '../../../views/address/View.ts';
import { describeView } from '../../../views/describeView.ts';
import { plainBuild } from '../formats/plainBuild.ts';
import { zonedText } from '../formats/zonedText.ts';
import { CELL, Paper } from './Paper.tsx';

export interface PrintedBuildsProps {
  readonly table: BuildTable;
  /** The rows as they are shown. */
  readonly order: Uint32Array;
  readonly view: Pick<View, 'filter' | 'sort'> & Partial<Pick<View, 'zone'>>;
  /** The zone of the times. */
  readonly zone: string;
  /** True while builds still come. */
  readonly loading: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Rows; how many more there are is said. */
  readonly most?: number;
}

/** A browser lays out no more than this in a few seconds; it is about 200 pages. */
export const MOST_PRINTED = 5000;

/** The builds of a view on paper. */
export function PrintedBuilds(props: PrintedBuildsProps) {
  const { table, order, view, zone, loading, now, most = MOST_PRINTED } = props;
  const rows = [...order.subarray(0, most)].filter((row) => table.alive[row] === 1);
  const more = order.length - most;
  return (
    <Paper
      label="Builds to print"
      view={describeView(view)}
      said={[
        `${formatCount(order.length)} of ${plural(table.size, 'build', 'builds')}`,
        loading ? ' so far' : '',
        `, as of ${zonedText(now, zone)} ${zoneWord(zone)}.`,
        more > 0 ? ` The first ${formatCount(most)} are printed.` : '',
      ].join('')}
      headings={headingsIn(zoneWord(zone))}
      left={
        more > 0
          ? `${plural(more, 'more build is', 'more builds are')} not printed: filter further, or export.`
          : ''
      }
    >
      {rows.map((row) => (
        <PrintedBuild key={row} table={table} row={row} now={now} zone={zone} />
      ))}
    </Paper>
  );
}

function headingsIn(zone: string): readonly string[] {
  return [
    'Status',
    'Image',
    'Artifacts',
    'Error',
    `Created (${zone})`,
    `Started (${zone})`,
    'Duration',
    'Id',
  ];
}

function PrintedBuild({
  table,
  row,
  now,
  zone,
}: Pick<PrintedBuildsProps, 'table' | 'now' | 'zone'> & { readonly row: number }) {
  const plain = plainBuild(table.build(row), now, zone);
  return (
    <tr className="break-inside-avoid">
      <td className={CELL}>{plain.status}</td>
      <th scope="row" className={`${CELL} font-medium wrap-anywhere`}>
        {plain.image}
      </th>
      <td className={CELL}>{plain.artifacts}</td>
      <td className={`${CELL} wrap-anywhere`}>{plain.error}</td>
      <td className={`${CELL} tabular-nums`}>{plain.created}</td>
      <td className={`${CELL} tabular-nums`}>{plain.started}</td>
      <td className={`${CELL} whitespace-nowrap tabular-nums`}>{plain.duration}</td>
      <td className={`${CELL} min-w-[9em] font-mono wrap-anywhere`}>{plain.id}</td>
    </tr>
  );
}
