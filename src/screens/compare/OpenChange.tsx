import { ICONS, Icon } from '../../ui/Icon.tsx';
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
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={opened}
      aria-label={`Show the image ${shown}`}
      onClick={() => toggle(key)}
      className="-mx-1 inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:mx-0 max-sm:size-11"
    >
      <Icon path={ICONS.chevron} className={opened ? 'rotate-90' : ''} />
    </button>
  );
}
