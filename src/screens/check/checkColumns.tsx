import type { CheckedImage } from '../../insights/check/ListCheck.ts';
import { makeVisible } from '../../lib/text.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { ErrorLines } from '../../list/ErrorLines.ts';
import type { TableColumn } from '../../table/columns/TableColumn.ts';
import { classes } from '../../ui/classes.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { Age } from '../build/Age.tsx';
import { OpenRow } from '../frame/lens/OpenRow.tsx';
import { openColumn } from '../frame/lens/openColumn.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { buildLink, errorAt, pathAt } from './checkedBuild.ts';
import { keyOf } from './checkRows.ts';
import { checkWords } from './checkWords.ts';

export interface CheckCells {
  readonly toggle: (key: string) => void;
  readonly table: BuildTable;
  readonly complete: boolean;
  readonly lines: ErrorLines | null;
}

/** The columns of a checked list. */
export function checkColumns(cells: CheckCells): readonly TableColumn<CheckedImage>[] {
  const { table, complete, lines } = cells;
  return [
    openColumn((image, { opened }) => <OpenChecked {...cells} image={image} opened={opened} />),
    {
      id: 'image',
      title: 'Image',
      width: 240,
      share: 4,
      cell: (image) => <ShownImage image={image} />,
    },
    {
      id: 'state',
      title: 'State',
      width: 130,
      fits: true,
      cell: ({ state }) => <StateWord {...checkWords(state, complete)} />,
    },
    {
      id: 'why',
      title: 'Path or cause',
      width: 260,
      share: 6,
      cell: (image) => <Why image={image} table={table} lines={lines} />,
    },
    {
      id: 'created',
      title: 'Created',
      align: 'end',
      width: 100,
      fits: true,
      cell: ({ row }, { now }) =>
        row !== null && <Age at={table.created[row] ?? Number.NaN} now={now} />,
    },
    {
      id: 'show',
      title: 'Build',
      width: 104,
      fixed: true,
      fits: true,
      cell: ({ row }) =>
        row !== null && <PageLink href={buildLink(table.id.at(row))}>Show build</PageLink>,
    },
  ];
}

interface OfImage {
  readonly image: CheckedImage;
}

/** An image as it can be read. */
export function ShownImage({ image: { name, tag } }: OfImage) {
  return (
    <span title={makeVisible(`${name}:${tag}`.slice(0, 1000))} dir="ltr" className="font-medium">
      {makeVisible(name.slice(0, 300))}
      <span className="font-normal text-muted">:{makeVisible(tag.slice(0, 130))}</span>
    </span>
  );
}

export function StateWord({ word, tone }: { readonly word: string; readonly tone: string }) {
  return <span className={classes(tone, 'text-sm font-medium text-tone')}>{word}</span>;
}

/** Where a good one is, or the line that says why a failed one failed. */
export function Why({ image, table, lines }: OfImage & Pick<CheckCells, 'table' | 'lines'>) {
  if (image.row === null) return null;
  if (image.state === 'failed') {
    const error = errorAt(table, image.row, lines);
    return (
      <span className="tone-bad text-sm text-tone" title={error.slice(0, 1000)}>
        {error === '' ? 'no message' : error.slice(0, 300)}
      </span>
    );
  }
  const path = image.state === 'good' ? pathAt(table, image.row) : null;
  if (path === null) return null;
  return (
    <span className="flex min-w-0 items-center gap-1">
      <CopyButton text={path} what={`path of ${makeVisible(image.name.slice(0, 300))}`} />
      <code className="min-w-0 truncate font-mono text-xs" title={path.slice(0, 1000)}>
        {makeVisible(path.slice(0, 300))}
      </code>
    </span>
  );
}

export function OpenChecked({
  image,
  opened,
  toggle,
}: OfImage & { readonly opened: boolean; readonly toggle: (key: string) => void }) {
  return (
    <OpenRow
      label={`Show the image ${makeVisible(keyOf(image).slice(0, 300))}`}
      opened={opened}
      onToggle={() => toggle(keyOf(image))}
    />
  );
}
