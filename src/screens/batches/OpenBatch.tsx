import { OpenRow } from '../frame/lens/OpenRow.tsx';
import type { BatchRow } from './BatchRow.ts';

/** Opens and closes the row of a push. */
export function OpenBatch({
  row,
  opened,
  toggle,
}: {
  readonly row: BatchRow;
  readonly opened: boolean;
  readonly toggle: (key: string) => void;
}) {
  return (
    <OpenRow
      label={`Show the batch ${row.name}`}
      opened={opened}
      onToggle={() => toggle(row.key)}
    />
  );
}
