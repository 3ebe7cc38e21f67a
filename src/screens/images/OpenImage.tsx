import type { NameHistory } from '../../insights/images/NameHistory.ts';
import { OpenRow } from '../frame/lens/OpenRow.tsx';
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
    <OpenRow
      label={`Show the image ${shownName(image)}`}
      opened={opened}
      onToggle={() => toggle(image.name)}
    />
  );
}
