import { ICONS, Icon } from '../../../ui/Icon.tsx';

/** Opens and closes what a row has to show. */
export function OpenRow({
  label,
  opened,
  onToggle,
}: {
  /** What it shows, such as `Show the image web`. */
  readonly label: string;
  readonly opened: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <button
      type="button"
      // The row itself is reached by Tab, and opens by Enter.
      tabIndex={-1}
      aria-expanded={opened}
      aria-label={label}
      onClick={onToggle}
      className="-mx-1 inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:mx-0 max-sm:size-11"
    >
      <Icon path={ICONS.chevron} className={opened ? 'rotate-90' : ''} />
    </button>
  );
}
