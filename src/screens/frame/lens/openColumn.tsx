import type { TableColumn } from '../../../table/columns/TableColumn.ts';

/** The column of the buttons that open rows (`OpenRow`). */
export function openColumn<Row extends object>(cell: TableColumn<Row>['cell']): TableColumn<Row> {
  return {
    id: 'open',
    title: 'Details',
    header: () => <span className="sr-only">Details</span>,
    width: 32,
    fixed: true,
    fits: true,
    cell,
  };
}
