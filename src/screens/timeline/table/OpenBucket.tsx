import { OpenRow } from '../../frame/lens/OpenRow.tsx';
import type { BucketRow } from './bucketRows.ts';

/** Opens and closes the row of a time. */
export function OpenBucket({
  row: { start, name },
  opened,
  toggle,
}: {
  readonly row: BucketRow;
  readonly opened: boolean;
  readonly toggle: (key: string) => void;
}) {
  return (
    <OpenRow
      label={`Show the time ${name}`}
      opened={opened}
      onToggle={() => toggle(String(start))}
    />
  );
}
