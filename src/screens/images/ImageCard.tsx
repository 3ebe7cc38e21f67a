import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import type { Race } from '../../insights/race/Race.ts';
import { rateWords } from '../../insights/rates.ts';
import { plural } from '../../lib/number.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { Age } from '../build/Age.tsx';
import { RaceMark } from './ImageRaces.tsx';
import { ImageState } from './ImageState.tsx';
import { mainGood, shownName } from './imageWords.ts';
import { OpenImage } from './OpenImage.tsx';

/** An image where the table is too narrow for columns. */
export function ImageCard({
  row: { image, outcomes, builds },
  races,
  complete,
  opened,
  now,
  toggle,
}: {
  readonly row: PickedImage;
  readonly races: readonly Race[] | undefined;
  readonly complete: boolean;
  readonly opened: boolean;
  readonly now: number;
  readonly toggle: (key: string) => void;
}) {
  const good = mainGood(image);
  return (
    <div className="flex min-w-0 items-center gap-1 px-1">
      <OpenImage image={image} opened={opened} toggle={toggle} />
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium" dir="ltr">
          {shownName(image)}
        </div>
        <div className="flex gap-2 text-sm whitespace-nowrap text-muted">
          <ImageState image={image} complete={complete} />
          <RaceMark races={races} />
          {image.brokenSince !== null && <Age at={image.brokenSince} now={now} />}
          <span className="text-ink tabular-nums">{rateWords(outcomes)}</span>
          <span className="truncate">{plural(builds, 'build', 'builds')}</span>
        </div>
      </div>
      {good && <CopyButton text={good.path} what={`last good path of ${shownName(image)}`} />}
    </div>
  );
}
