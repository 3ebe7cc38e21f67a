import { makeVisible } from '../../lib/text.ts';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import type { BuildRecord } from '../build/BuildRecord.ts';

/** Opens and closes what a row has to show. */
export function OpenButton({
  record,
  opened,
  toggle,
}: {
  readonly record: BuildRecord;
  readonly opened: boolean;
  readonly toggle: (id: string) => void;
}) {
  const { id, imageName, imageTag } = record.build;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={opened}
      aria-label={`Show artifacts of ${makeVisible(imageName)}:${makeVisible(imageTag)}`}
      onClick={() => toggle(id)}
      className="-mx-1 inline-flex size-7 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:size-11"
    >
      <Icon path={ICONS.chevron} className={opened ? 'rotate-90' : ''} />
    </button>
  );
}
