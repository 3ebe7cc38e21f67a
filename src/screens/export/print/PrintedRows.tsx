import { formatCount, plural } from '../../../lib/number.ts';
import { zoneWord } from '../../../lib/zone.ts';
import type { LensTable, PlainKind } from '../../frame/lens/LensExport.ts';
import { zonedText } from '../formats/zonedText.ts';
import { type EyeColumn, eyeColumns, eyeText } from '../table/eyeText.ts';
import { CELL, Paper } from './Paper.tsx';
import { MOST_PRINTED } from './PrintedBuilds.tsx';

export interface PrintedRowsProps {
  readonly table: LensTable;
  /** The view in a sentence. */
  readonly view: string;
  /** The zone of the times. */
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Rows; how many more there are is said. */
  readonly most?: number;
}

/** The table of a lens on paper. */
export function PrintedRows({ table, view, zone, now, most = MOST_PRINTED }: PrintedRowsProps) {
  const columns = eyeColumns(table, zone);
  const more = table.count - most;
  const [, many] = table.noun;
  return (
    <Paper
      label={`${many.charAt(0).toUpperCase()}${many.slice(1)} to print`}
      view={view}
      said={[
        `${table.said}, as of ${zonedText(now, zone)} ${zoneWord(zone)}.`,
        more > 0 ? ` The first ${formatCount(most)} are printed.` : '',
      ].join('')}
      picture={table.picture}
      headings={columns.map(({ title }) => title)}
      left={more > 0 ? `${plural(more, ...table.noun)} more: filter further, or export.` : ''}
    >
      {Array.from({ length: Math.min(table.count, most) }, (_, position) => {
        const cells = table.cellsAt(position);
        const texts = columns.map(({ at, kind }) => eyeText(cells[at] ?? null, kind, zone));
        return <PrintedRow key={position} texts={texts} columns={columns} />;
      })}
    </Paper>
  );
}

function PrintedRow({
  texts,
  columns,
}: {
  readonly texts: readonly string[];
  readonly columns: readonly EyeColumn[];
}) {
  const [head, ...rest] = texts;
  return (
    <tr className="break-inside-avoid">
      <th scope="row" className={`${CELL} font-medium wrap-anywhere`}>
        {head}
      </th>
      {rest.map((text, at) => (
        <td key={columns[at + 1]?.title} className={`${CELL} ${wrapping(columns[at + 1]?.kind)}`}>
          {text}
        </td>
      ))}
    </tr>
  );
}

/** Texts of the API break wherever they must; words of ours, times and numbers stay whole. */
function wrapping(kind: PlainKind | undefined): string {
  return kind === 'text' || kind === 'list' ? 'wrap-anywhere' : 'whitespace-nowrap tabular-nums';
}
