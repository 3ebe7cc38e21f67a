import type { TableExporter } from './TableExporter.ts';
import { tableCsv } from './tableCsv.ts';
import { tableJson } from './tableJson.ts';
import { tableMarkdown } from './tableMarkdown.ts';

export type TableFormat = 'csv' | 'json' | 'markdown';

/** The exporter of each format of a lens's table. */
export const tableExporters: Record<TableFormat, TableExporter> = {
  csv: tableCsv,
  json: tableJson,
  markdown: tableMarkdown,
};
