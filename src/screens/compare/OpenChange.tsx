import { OpenRow } from '../frame/lens/OpenRow.tsx';
import type { ChangeRow } from './changeRows.ts';

/** Opens and closes the row of an image that changed. */
export function OpenChange({
  row: { key, shown },
  opened,
  toggle,
}: {
  readonly row: ChangeRow;
  readonly opened: boolean;
  readonly toggle: (key: string) => void;
}) {
  return <OpenRow label={`Show the image ${shown}`} opened={opened} onToggle={() => toggle(key)} />;
}
