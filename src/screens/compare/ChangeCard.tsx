import type { ChangeRow } from './changeRows.ts';
import { changeWords } from './compareWords.ts';
import { OpenChange } from './OpenChange.tsx';

/** An image that changed, where the table is too narrow for columns. */
export function ChangeCard({
  row,
  opened,
  toggle,
}: {
  readonly row: ChangeRow;
  readonly opened: boolean;
  readonly toggle: (key: string) => void;
}) {
  const { word, tone } = changeWords(row.change);
  return (
    <div className="flex min-w-0 items-center gap-1 px-1">
      <OpenChange row={row} opened={opened} toggle={toggle} />
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium" dir="ltr">
          {row.shown}
        </div>
        <div className={`${tone} text-sm text-tone`}>{word}</div>
      </div>
    </div>
  );
}
