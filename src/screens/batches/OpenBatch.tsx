import { ICONS, Icon } from '../../ui/Icon.tsx';
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
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={opened}
      aria-label={`Show the batch ${row.name}`}
      onClick={() => toggle(row.key)}
      className="-mx-1 inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:mx-0 max-sm:size-11"
    >
      <Icon path={ICONS.chevron} className={opened ? 'rotate-90' : ''} />
    </button>
  );
}
