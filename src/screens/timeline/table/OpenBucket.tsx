import { ICONS, Icon } from '../../../ui/Icon.tsx';
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
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={opened}
      aria-label={`Show the time ${name}`}
      onClick={() => toggle(String(start))}
      className="-mx-1 inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:mx-0 max-sm:size-11"
    >
      <Icon path={ICONS.chevron} className={opened ? 'rotate-90' : ''} />
    </button>
  );
}
