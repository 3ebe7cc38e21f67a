import type { LensTable, PlainValue } from '../../frame/lens/LensExport.ts';
import { instantText, machineValue } from './machineValue.ts';
import type { TableAbout, TableExporter } from './TableExporter.ts';

/**
 * The rows of the lens, an object a line, below their name: `{"causes": [...]}`; then whether the
 * list was whole, when it was asked for, and the view with its address.
 */
export const tableJson: TableExporter = {
  called: 'JSON',
  extension: 'json',
  mediaType: 'application/json',
  pieces: envelope,
};

function* envelope(
  rows: Iterable<readonly PlainValue[]>,
  { noun, columns, complete }: Pick<LensTable, 'noun' | 'columns' | 'complete'>,
  { now, view, link }: TableAbout,
): Generator<string> {
  let count = 0;
  yield `{${JSON.stringify(noun[1].replace(/\W+/g, '_'))}:[`;
  for (const row of rows) {
    const fields = columns.flatMap(({ field, kind }, at) =>
      field === null ? [] : [[field, machineValue(row[at] ?? null, kind)] as const],
    );
    yield `${count === 0 ? '' : ','}\n${JSON.stringify(Object.fromEntries(fields))}`;
    count += 1;
  }
  const about = { complete, as_of: instantText(now), view, link };
  yield `\n],${JSON.stringify(about).slice(1)}\n`;
}
