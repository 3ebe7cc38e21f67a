import { Download } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { formatCount, plural } from '../../lib/number.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { Menu } from '../../ui/Menu.tsx';
import { useOfferedCommands } from '../frame/commands/usePageCommands.ts';
import { ExportItems } from './ExportItems.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { exportRows } from './exportRows.ts';
import { EXPORT_CHOICES, type ExportChoice } from './formats/exportChoices.ts';
import type { ExportJob } from './runExport.ts';
import { useExport } from './useExport.ts';

export interface ExportMenuProps {
  readonly table: BuildTable;
  /** The rows as they are shown. */
  readonly order: Uint32Array;
  /** Ids; where there are any, only these are exported. */
  readonly ticked: ReadonlySet<string>;
  /** The view and its address, asked when something is exported. */
  readonly about: () => ExportJob['about'];
  /** Milliseconds since the epoch, asked when something is exported. */
  readonly now?: () => number;
}

/** Exports the ticked builds, else exactly what is shown: to a file or to the clipboard. */
export function ExportMenu({ table, order, ticked, about, now = Date.now }: ExportMenuProps) {
  const rows = useMemo(() => exportRows(table, order, ticked), [table, order, ticked]);
  const exporting = useExport();
  const place = useRef<HTMLDivElement>(null);
  const what = whatIsExported(rows.length, ticked.size, table.size);
  const start = (choice: ExportChoice) => {
    const { view, link } = about();
    const said = ticked.size > 0 ? `${view} Of these ${what}.` : view;
    exporting.start(choice, { table, rows, now, about: { view: said, link } });
  };
  useOfferedCommands(
    (rows.length === 0 ? [] : EXPORT_CHOICES).map((choice) => ({
      name: `Export: ${choice.label}`,
      run: () => start(choice),
    })),
  );
  return (
    <div ref={place} className="relative print:hidden">
      <Menu
        aria-label={`Export ${what}`}
        label={
          <>
            <Download aria-hidden="true" className="size-3.5 text-muted" />
            <span className="max-sm:sr-only">Export</span>
          </>
        }
        align="end"
        disabled={rows.length === 0}
        contents={(close) => (
          <ExportItems
            onChoose={(choice) => {
              close();
              start(choice);
            }}
          />
        )}
        footer={() => (
          <p className="mt-1 border-t border-line px-2 pt-1.5 pb-1 text-sm text-muted">
            Exports {what}
          </p>
        )}
      />
      <ExportPanel
        exporting={exporting}
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
