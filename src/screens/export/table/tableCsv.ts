import type { LensTable, PlainKind, PlainValue } from '../../frame/lens/LensExport.ts';
import { csvCell } from '../formats/csvCell.ts';
import { machineValue } from './machineValue.ts';
import type { TableExporter } from './TableExporter.ts';

/**
 * A line for each row of the lens, made for spreadsheets as the CSV of builds is (`csv.ts`):
 * numbers may be added up, all else is text that nothing runs. `complete` says in each line
 * whether the list was whole when it was counted.
 */
export const tableCsv: TableExporter = {
  called: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv;charset=utf-8',
  fileMark: '\ufeff',
  pieces: lines,
};

function* lines(
  rows: Iterable<readonly PlainValue[]>,
  { columns, complete }: Pick<LensTable, 'columns' | 'complete'>,
): Generator<string> {
  const fields = columns.map(({ field }) => field).filter((field) => field !== null);
  yield `${[...fields, 'complete'].map(csvCell).join(',')}\r\n`;
  for (const row of rows) {
    const cells = columns.flatMap(({ field, kind }, at) =>
      field === null ? [] : [cell(row[at] ?? null, kind)],
    );
    yield `${[...cells, `"${complete}"`].join(',')}\r\n`;
  }
}

function cell(value: PlainValue, kind: PlainKind): string {
  const plain = machineValue(value, kind);
  if (plain === null) return '""';
  if (typeof plain === 'number') return `"${plain}"`;
  return csvCell(typeof plain === 'string' ? plain : plain.join('; '));
}
