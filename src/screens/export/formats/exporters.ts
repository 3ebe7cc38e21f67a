import { csv } from './csv.ts';
import type { Exporter } from './Exporter.ts';
import { failedImagesJsonl } from './failedImagesJsonl.ts';
import { incident } from './incident.ts';
import { json } from './json.ts';
import { markdownTable } from './markdownTable.ts';
import { nameTagList } from './nameTagList.ts';
import { ndjson } from './ndjson.ts';

export type Format = 'csv' | 'json' | 'ndjson' | 'markdown' | 'incident' | 'names' | 'failed';

/** The exporter of each format. */
export const exporters: Record<Format, Exporter> = {
  csv,
  json,
  ndjson,
  markdown: markdownTable,
  incident,
  names: nameTagList,
  failed: failedImagesJsonl,
};
