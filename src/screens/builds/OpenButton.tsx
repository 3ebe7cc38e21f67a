import { makeVisible } from '../../lib/text.ts';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { OpenRow } from '../frame/lens/OpenRow.tsx';

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
    <OpenRow
      label={`Show artifacts of ${makeVisible(imageName)}:${makeVisible(imageTag)}`}
      opened={opened}
      onToggle={() => toggle(id)}
    />
  );
}
