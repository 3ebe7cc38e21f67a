import { Download } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { formatCount, plural } from '../../lib/number.ts';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Piece } from '../../ui/Piece.tsx';
import { useOfferedCommands } from '../frame/commands/usePageCommands.ts';
import { shownLensTable, useLensTableName } from '../frame/lens/useLensExport.ts';
import { ExportItems } from './ExportItems.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import {
  choicesOf,
  type ExportChoice,
  exportGroups,
  PUSH_AGAIN,
  tableWords,
} from './exportGroups.ts';
import { exportRows } from './exportRows.ts';
import { type ExportSource, useExport } from './useExport.ts';

const PushNote = lazyPiece(async () => (await import('./PushNote.tsx')).PushNote);

export interface ExportMenuProps extends Pick<ExportSource, 'table' | 'images'> {
  /** The rows as they are shown. */
  readonly order: Uint32Array;
  /** Ids; where there are any, only these are exported. */
  readonly ticked: ReadonlySet<string>;
  /** The view and its address, asked when it is exported: of the table shown, or of its builds. */
  readonly about: (of: ExportChoice['of']) => ExportSource['about'];
  /** Milliseconds since the epoch, asked when something is exported. */
  readonly now?: () => number;
}

/** Exports the ticked builds, else exactly what is shown: to a file or to the clipboard. */
export function ExportMenu({
  table,
  images,
  order,
  ticked,
  about,
  now = Date.now,
}: ExportMenuProps) {
  const rows = useMemo(() => exportRows(table, order, ticked), [table, order, ticked]);
  const lens = useLensTableName();
  const groups = useMemo(() => exportGroups(lens), [lens]);
  const exporting = useExport();
  const place = useRef<HTMLDivElement>(null);
  const what = whatIsExported(rows.length, ticked.size, table.size);
  const isEmpty = rows.length === 0 && (lens === null || lens.count === 0);
  const all = lens === null ? what : `${tableWords(lens)} or ${what}`;
  const start = (choice: ExportChoice) => {
    const { view, link } = about(choice.of);
    const said = ticked.size > 0 && choice.of !== 'table' ? `${view} Of these ${what}.` : view;
    const lensTable = shownLensTable();
    exporting.start(choice, { table, rows, now, images, lensTable, about: { view: said, link } });
  };
  useOfferedCommands(
    (isEmpty ? [] : choicesOf(groups)).map((choice) => ({
      name: `Export: ${choice.label}`,
      run: () => start(choice),
    })),
  );
  return (
    <div ref={place} className="relative print:hidden">
      <Menu
        aria-label={`Export ${all}`}
        label={
          <>
            <Download aria-hidden="true" className="size-3.5 text-muted" />
            <span className="max-sm:sr-only">Export</span>
          </>
        }
        align="end"
        disabled={isEmpty}
        contents={(close, open) => (
          <ExportItems
            groups={groups}
            note={({ name }) =>
              name === PUSH_AGAIN &&
              open && (
                <Piece fallback={<p className="min-h-6" />}>
                  <PushNote source={{ table, rows, images }} now={now} />
                </Piece>
              )
            }
            onChoose={(choice) => {
              close();
              start(choice);
            }}
          />
        )}
        footer={() => (
          <p className="mt-1 border-t border-line px-2 pt-1.5 pb-1 text-sm text-muted">
            Exports {all}
          </p>
        )}
      />
      <ExportPanel
        exporting={exporting}
        start={start}
        onLeave={() => place.current?.querySelector('button')?.focus()}
      />
    </div>
  );
}

/** `37 filtered builds`, `3 selected builds`, `all 2,412 builds` */
export function whatIsExported(count: number, ticked: number, held: number): string {
  if (ticked > 0) {
    if (count === ticked) return plural(count, 'selected build', 'selected builds');
    return `${formatCount(count)} of ${formatCount(ticked)} selected builds, the others are not shown`;
  }
  if (count === held) return count === 1 ? '1 build' : `all ${plural(count, 'build', 'builds')}`;
  return plural(count, 'filtered build', 'filtered builds');
}
