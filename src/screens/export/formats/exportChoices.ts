export type Format = 'csv' | 'json' | 'ndjson' | 'markdown' | 'incident' | 'names' | 'failed';

/** One thing to do with the builds. */
export interface ExportChoice {
  readonly format: Format;
  readonly how: 'download' | 'copy';
  readonly label: string;
  /** Where it takes fewer than all of them. */
  readonly hint?: string;
}

/** What the export menu offers, in its order. */
export const EXPORT_CHOICES: readonly ExportChoice[] = [
  { format: 'csv', how: 'download', label: 'Download CSV' },
  { format: 'json', how: 'download', label: 'Download JSON' },
  { format: 'ndjson', how: 'download', label: 'Download NDJSON' },
  { format: 'markdown', how: 'download', label: 'Download Markdown table' },
  {
    format: 'failed',
    how: 'download',
    label: 'Download failed images (JSONL)',
    hint: 'failed only',
  },
  { format: 'csv', how: 'copy', label: 'Copy CSV' },
  { format: 'json', how: 'copy', label: 'Copy JSON' },
  { format: 'ndjson', how: 'copy', label: 'Copy NDJSON' },
  { format: 'markdown', how: 'copy', label: 'Copy Markdown table' },
  { format: 'incident', how: 'copy', label: 'Copy as incident', hint: 'failed only' },
  { format: 'names', how: 'copy', label: 'Copy name:tag list' },
  { format: 'failed', how: 'copy', label: 'Copy failed images (JSONL)', hint: 'failed only' },
];
