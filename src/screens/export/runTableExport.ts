import type { LensTable, PlainValue } from '../frame/lens/LensExport.ts';
import type { ExportJob } from './runExport.ts';
import type { TableExporter } from './table/TableExporter.ts';
import { writeInSlices } from './writeInSlices.ts';

/**
 * Makes the text of a lens's table in short slices, of the rows as they were drawn.
 *
 * @throws the signal's reason once it is aborted.
 */
export function runTableExport(
  exporter: TableExporter,
  table: LensTable,
  { now, about, ...slicing }: Pick<ExportJob, 'now' | 'about' | 'signal' | 'onProgress' | 'pause'>,
): Promise<Blob> {
  let read = 0;
  function* rows(): Generator<readonly PlainValue[]> {
    for (; read < table.count; read++) yield table.cellsAt(read);
  }
  const pieces = exporter.pieces(rows(), table, { ...about, now });
  const share = () => (table.count === 0 ? 1 : read / table.count);
  return writeInSlices(pieces, exporter.mediaType, share, slicing);
}
