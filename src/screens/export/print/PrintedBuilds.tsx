import { formatCount, plural } from '../../../lib/number.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import type { View } from '../../../views/address/View.ts';
import { describeView } from '../../../views/describeView.ts';
import { plainBuild } from '../formats/plainBuild.ts';
import { utcOf } from '../formats/utcText.ts';

export interface PrintedBuildsProps {
  readonly table: BuildTable;
  /** The rows as they are shown. */
  readonly order: Uint32Array;
  readonly view: Pick<View, 'filter' | 'sort'>;
  /** True while builds still come. */
  readonly loading: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Rows; how many more there are is said. */
  readonly most?: number;
}

/** A browser lays out no more than this in a few seconds; it is about 200 pages. */
const MOST_PRINTED = 5000;

const CELL = 'border-b border-[#999] px-1.5 py-1 text-left align-top';

/** The builds of a view on paper: black on white, no row broken over two pages. */
export function PrintedBuilds({
  table,
  order,
  view,
  loading,
  now,
  most = MOST_PRINTED,
}: PrintedBuildsProps) {
  const rows = [...order.subarray(0, most)].filter((row) => table.alive[row] === 1);
  const more = order.length - most;
  return (
    <section
      data-print
      aria-label="Builds to print"
      className="hidden bg-[#fff] text-[10px] leading-snug text-[#000] scheme-light print:block"
    >
      <h1 className="text-lg font-semibold">Image Builds</h1>
      <p>{describeView(view)}</p>
      <p className="mb-3">
        {formatCount(order.length)} of {plural(table.size, 'build', 'builds')}
        {loading && ' so far'}, as of {utcOf(now)} UTC.
        {more > 0 && ` The first ${formatCount(most)} are printed.`}
      </p>
      <table className="w-full border-collapse">
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col" className={`${CELL} whitespace-nowrap`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PrintedBuild key={row} table={table} row={row} now={now} />
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="mt-2">
          {plural(more, 'more build is', 'more builds are')} not printed: filter further, or export.
        </p>
      )}
    </section>
  );
}

const HEADINGS = [
  'Status',
  'Image',
  'Artifacts',
  'Error',
  'Created (UTC)',
  'Started (UTC)',
  'Duration',
  'Id',
] as const;

function PrintedBuild({
  table,
  row,
  now,
}: {
  readonly table: BuildTable;
  readonly row: number;
  readonly now: number;
}) {
  const plain = plainBuild(table.build(row), now);
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
