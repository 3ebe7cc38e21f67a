import type { TableColumn } from '../../table/columns/TableColumn.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import type { Became, BuildRecord } from '../build/BuildRecord.ts';
import { statusLook } from '../build/statusLook.ts';

export interface BecameMarkProps {
  readonly record: BuildRecord;
  readonly became: Became;
}

/** Why a row is still there that is not of the view any more: "now failed". */
export function BecameMark({ record, became }: BecameMarkProps) {
  const { word, icon } = statusLook(record.build.status);
  return (
    <span
      title="Not in this view any more. It goes when you move on."
      className="inline-flex max-w-full items-baseline gap-1.5 text-sm font-medium"
    >
      <Icon
        path={became === 'other-status' ? icon : ICONS.ban}
        className="relative -top-px self-center"
      />
      <span className="truncate">{wordsOf(became, word)}</span>
    </span>
  );
}

function wordsOf(became: Became, status: string): string {
  if (became === 'deleted') return 'deleted';
  return became === 'unmatched' ? 'no longer matches' : `now ${status.toLowerCase()}`;
}

/** Where the status, which says what became of a build, is not shown, the first fact does. */
export function withMark(
  columns: readonly TableColumn<BuildRecord>[],
): readonly TableColumn<BuildRecord>[] {
  if (columns.some((column) => column.id === 'status')) return columns;
  const first = columns.findIndex((column) => !column.fixed);
  return columns.map((column, at) => {
    if (at !== first) return column;
    return {
      ...column,
      cell: (record, state) =>
        record.became ? (
          <span className="flex min-w-0 items-baseline gap-2">
            <span className="shrink-0">
              <BecameMark record={record} became={record.became} />
            </span>
            <span className="min-w-0 flex-1 truncate">{column.cell(record, state)}</span>
          </span>
        ) : (
          column.cell(record, state)
        ),
    };
  });
}
