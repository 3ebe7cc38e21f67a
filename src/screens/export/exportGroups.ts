import { plural } from '../../lib/number.ts';
import type { LensTableName } from '../frame/lens/useLensExport.ts';
import type { Format } from './formats/exporters.ts';
import type { TableFormat } from './table/tableExporters.ts';

/** What is taken: builds, the table of the lens, or the images to push again. */
export type ExportSubject =
  | { readonly of: 'builds'; readonly format: Format }
  | { readonly of: 'table'; readonly format: TableFormat }
  /** `all`: with those that need no push, or have one that runs. */
  | { readonly of: 'push'; readonly format: 'names' | 'failed'; readonly all?: boolean };

/** One thing to do. */
export type ExportChoice = ExportSubject & {
  readonly how: 'download' | 'copy';
  /** In full, as it is read and found: `Download CSV`. */
  readonly label: string;
};

/** One form that something can take, and the ways to have it. */
export interface ExportForm {
  readonly title: string;
  readonly choices: readonly ExportChoice[];
}

export interface ExportGroup {
  readonly name: string;
  readonly forms: readonly ExportForm[];
}

/** What is to be pushed again stands in a group of its own. */
export const PUSH_AGAIN = 'Push again';

/** Both ways to have a form; `name` completes `Copy` and `Download`. */
function form(title: string, subject: ExportSubject, name = title): ExportForm {
  return {
    title,
    choices: [
      { ...subject, how: 'copy', label: `Copy ${name}` },
      { ...subject, how: 'download', label: `Download ${name}` },
    ],
  };
}

const BUILDS: readonly ExportForm[] = [
  form('CSV', { of: 'builds', format: 'csv' }),
  form('JSON', { of: 'builds', format: 'json' }),
  form('NDJSON', { of: 'builds', format: 'ndjson' }),
  form('Markdown table', { of: 'builds', format: 'markdown' }),
  {
    title: 'Every name:tag',
    choices: [{ of: 'builds', format: 'names', how: 'copy', label: 'Copy every name:tag' }],
  },
];

const OTHERS: readonly ExportGroup[] = [
  {
    name: 'Failures',
    forms: [
      {
        title: 'Incident',
        choices: [
          { of: 'builds', format: 'incident', how: 'copy', label: 'Copy as incident' },
          { of: 'builds', format: 'incident', how: 'download', label: 'Download incident' },
        ],
      },
    ],
  },
  {
    name: PUSH_AGAIN,
    forms: [
      {
        title: 'name:tag list',
        choices: [{ of: 'push', format: 'names', how: 'copy', label: 'Copy name:tag list' }],
      },
      form('Failed images (JSONL)', { of: 'push', format: 'failed' }, 'failed images (JSONL)'),
    ],
  },
];

/** What the export menu offers: the table of the lens where it has one, then its builds. */
export function exportGroups(table: LensTableName | null): readonly ExportGroup[] {
  if (table === null) return [{ name: 'This list', forms: BUILDS }, ...OTHERS];
  return [
    { name: `This table: ${tableWords(table)}`, forms: tableForms(table) },
    { name: 'Its builds', forms: BUILDS },
    ...OTHERS,
  ];
}

/** `13 causes so far` */
export function tableWords({ noun, count, complete }: LensTableName): string {
  return `${plural(count, ...noun)}${complete ? '' : ' so far'}`;
}

/** Every choice of some groups, in their order. */
export function choicesOf(groups: readonly ExportGroup[]): readonly ExportChoice[] {
  return groups.flatMap(({ forms }) => forms.flatMap(({ choices }) => choices));
}

/** Builds have the same forms: the rows of a lens are named in full. */
function tableForms({ noun: [, many], count }: LensTableName): readonly ExportForm[] {
  if (count === 0) return [];
  return [
    form('CSV', { of: 'table', format: 'csv' }, `${many} as CSV`),
    form('JSON', { of: 'table', format: 'json' }, `${many} as JSON`),
    form('Markdown table', { of: 'table', format: 'markdown' }, `${many} as Markdown table`),
  ];
}
