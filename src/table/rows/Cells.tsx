import type { ReactNode } from 'react';
import { Boundary } from '../../ui/Boundary.tsx';
import { classes } from '../../ui/classes.ts';
import type { RowState, TableColumn } from '../columns/TableColumn.ts';

export interface CellsProps<T extends object> {
  readonly record: T;
  readonly columns: readonly TableColumn<T>[];
  readonly state: RowState;
  /** Given while the row passes too fast to be read: the text of each cell. */
  readonly passing: ((record: T, column: string) => string) | undefined;
  /** Something in the row failed to draw: each cell is drawn apart, so that only that one fails. */
  readonly apart: boolean;
}

/** The cells of a row, side by side in the tracks of the table. */
export function drawCells<T extends object>(props: CellsProps<T>): ReactNode {
  const { record, columns, state, passing, apart } = props;
  return columns.map((column) => (
    <div key={column.id} role="cell" data-column={column.id} className={looks(column)}>
      {passing ? (
        passing(record, column.id)
      ) : apart ? (
        <Boundary fallback={brokenCell} resetKey={record}>
          <LoneCell column={column} record={record} state={state} />
        </Boundary>
      ) : (
        column.cell(record, state)
      )}
    </div>
  ));
}

function LoneCell<T extends object>({
  column,
  record,
  state,
}: {
  readonly column: TableColumn<T>;
  readonly record: T;
  readonly state: RowState;
}) {
  return column.cell(record, state);
}

function looks<T extends object>({ fits, fixed, align }: TableColumn<T>): string {
  return classes(
    'min-w-0 px-2 whitespace-nowrap',
    fits ? 'overflow-visible' : 'overflow-hidden',
    // What is fixed is a control: it has no end to cut off.
    fixed ? 'text-clip' : 'text-ellipsis',
    align === 'end' && 'text-right tabular-nums',
  );
}

/** One cell that cannot be drawn does not take its row, or the table, with it. */
function brokenCell() {
  return (
    <span className="tone-bad text-sm text-tone" title="This cell could not be drawn">
      not drawn
    </span>
  );
}
