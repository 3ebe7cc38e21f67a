import { createRoot } from 'react-dom/client';
import type { TableColumn } from '../../../src/table/columns/TableColumn.ts';
import { VirtualTable } from '../../../src/table/VirtualTable.tsx';
import '../../../src/styles.css';

/** A table of a million rows that hold their numbers, apart from any builds. */
const COUNT = 1_000_000;

interface Line {
  readonly at: number;
}

const lines = new Map<number, Line>();
function lineAt(at: number): Line {
  const known = lines.get(at);
  if (known) return known;
  const made = { at };
  lines.set(at, made);
  return made;
}

const columns: readonly TableColumn<Line>[] = [
  { id: 'number', title: 'Number', width: 200, share: 1, cell: ({ at }) => `row ${at}` },
];
const rows = {
  count: COUNT,
  at: lineAt,
  keyAt: String,
  positionOf: (key: string) => Number(key),
};
const nothing = () => undefined;

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <div className="flex h-full flex-col">
      <VirtualTable
        ref={(table) => {
          Object.assign(window, { table });
        }}
        label="Numbers"
        rows={rows}
        columns={columns}
        passing={({ at }) => `row ${at}`}
        rowHeight={32}
        sort={[]}
        onSort={nothing}
        opened={new Set()}
        onToggle={nothing}
        openedContent={() => null}
        activeKey={null}
        onActivate={nothing}
        resetKey=""
        fitKey=""
      />
    </div>,
  );
}
