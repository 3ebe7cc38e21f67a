export type Format = 'csv' | 'json' | 'ndjson' | 'markdown' | 'incident' | 'names' | 'failed';

/** One thing to do with the builds. */
export interface ExportChoice {
  readonly format: Format;
  readonly how: 'download' | 'copy';
  /** In full, as it is read and found: `Download CSV`. */
  readonly label: string;
}

/** One form that the builds can take, and the ways to have it. */
export interface ExportForm {
  readonly title: string;
  readonly choices: readonly ExportChoice[];
}

export interface ExportGroup {
  readonly name: string;
  readonly forms: readonly ExportForm[];
}

/** Both ways to have a form; `name` completes `Download` and `Copy`. */
function form(title: string, format: Format, name = title): ExportForm {
  return {
    title,
    choices: [
      { format, how: 'copy', label: `Copy ${name}` },
      { format, how: 'download', label: `Download ${name}` },
    ],
  };
}

/** What the export menu offers: all that is shown, then what takes the failed builds alone. */
export const EXPORT_GROUPS: readonly ExportGroup[] = [
  {
    name: 'This list',
    forms: [
      form('CSV', 'csv'),
      form('JSON', 'json'),
      form('NDJSON', 'ndjson'),
      form('Markdown table', 'markdown'),
      {
        title: 'name:tag list',
        choices: [{ format: 'names', how: 'copy', label: 'Copy name:tag list' }],
      },
    ],
  },
  {
    name: 'Failures',
    forms: [
      {
        title: 'Incident',
        choices: [
          { format: 'incident', how: 'copy', label: 'Copy as incident' },
          { format: 'incident', how: 'download', label: 'Download incident' },
        ],
      },
    ],
  },
  {
    name: 'Push again',
    forms: [form('Failed images (JSONL)', 'failed', 'failed images (JSONL)')],
  },
];

/** Every choice of the menu, in its order. */
export const EXPORT_CHOICES: readonly ExportChoice[] = EXPORT_GROUPS.flatMap(({ forms }) =>
  forms.flatMap(({ choices }) => choices),
);
