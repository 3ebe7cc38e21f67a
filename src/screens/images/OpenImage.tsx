import type { NameHistory } from '../../insights/images/NameHistory.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import { shownName } from './imageWords.ts';

/** Opens and closes the row of an image. */
export function OpenImage({
  image,
  opened,
  toggle,
}: {
  readonly image: NameHistory;
  readonly opened: boolean;
  readonly toggle: (key: string) => void;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={opened}
      aria-label={`Show the image ${shownName(image)}`}
      onClick={() => toggle(image.name)}
      className="-mx-1 inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:mx-0 max-sm:size-11"
    >
      <Icon path={ICONS.chevron} className={opened ? 'rotate-90' : ''} />
    </button>
  );
}
