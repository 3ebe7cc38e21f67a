import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import { intervalWords, rateWords } from '../../insights/rates.ts';
import { formatCount } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import type { TableColumn } from '../../table/columns/TableColumn.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { Age } from '../build/Age.tsx';
import { openColumn } from '../frame/lens/openColumn.tsx';
import { RaceMark, type RacesByName } from './ImageRaces.tsx';
import { ImageState } from './ImageState.tsx';
import { durationsText, mainGood, medianText, p95Text, shownName } from './imageWords.ts';
import { OpenImage } from './OpenImage.tsx';
import { Strip } from './Strip.tsx';

export interface ImageCells {
  readonly toggle: (key: string) => void;
  /** The status of a build's row, as the API wrote it. */
  readonly statusOf: (row: number) => string;
  readonly races: RacesByName;
  /** False: what is said is "so far". */
  readonly complete: boolean;
}

/** The columns of the images. */
export function imageColumns(cells: ImageCells): readonly TableColumn<PickedImage>[] {
  const { toggle, statusOf, races, complete } = cells;
  return [
    openColumn(({ image }, { opened }) => (
      <OpenImage image={image} opened={opened} toggle={toggle} />
    )),
    {
      id: 'image',
      title: 'Image',
      sorts: true,
      width: 220,
      share: 5,
      cell: ({ image }) => (
        <span title={makeVisible(image.name.slice(0, 1000))} className="font-medium" dir="ltr">
          {shownName(image)}
        </span>
      ),
    },
    {
      id: 'state',
      title: 'State',
      width: 112,
      cell: ({ image }) => (
        <>
          <ImageState image={image} complete={complete} />
          <RaceMark races={races.get(image.code)} />
        </>
      ),
    },
    ...FACTS,
    {
      id: 'last',
      title: 'Last 20',
      width: 120,
      dropBelow: 1020,
      fits: true,
      cell: ({ image }) => <Strip statuses={image.strip.map(statusOf)} />,
    },
    {
      id: 'builds',
      title: 'Builds',
      sorts: true,
      align: 'end',
      width: 84,
      fits: true,
      cell: ({ builds }) => formatCount(builds),
    },
  ];
}

const FACTS: readonly TableColumn<PickedImage>[] = [
  {
    id: 'broken',
    title: 'Broken since',
    sorts: true,
    align: 'end',
    width: 124,
    fits: true,
    cell: ({ image }, { now }) => {
      if (image.brokenSince === null) return <span className="text-muted">–</span>;
      return <Age at={image.brokenSince} now={now} />;
    },
  },
  {
    id: 'good',
    title: 'Last good',
    width: 200,
    share: 3,
    cell: ({ image }, { now }) => {
      const good = mainGood(image);
      if (good === null) return <span className="text-muted">no path</span>;
      return (
        <span className="flex min-w-0 items-center gap-1.5">
          <CopyButton text={good.path} what={`last good path of ${shownName(image)}`} />
          <span className="shrink-0">
            <Age at={good.time} now={now} />
          </span>
          <span className="truncate text-muted" title={makeVisible(good.path.slice(0, 1000))}>
            {makeVisible(good.tag.slice(0, 200))}
          </span>
        </span>
      );
    },
  },
  {
    id: 'success',
    title: 'Success',
    sorts: true,
    align: 'end',
    width: 112,
    fits: true,
    cell: ({ outcomes }) => <span title={intervalWords(outcomes)}>{rateWords(outcomes)}</span>,
  },
  {
    id: 'median',
    title: 'Median',
    sorts: true,
    align: 'end',
    width: 104,
    dropBelow: 800,
    fits: true,
    cell: ({ image }) => <span title={durationsText(image)}>{medianText(image)}</span>,
  },
  {
    id: 'p95',
    title: '95 %',
    align: 'end',
    width: 140,
    dropBelow: 1180,
    cell: ({ image }) => <span title={durationsText(image)}>{p95Text(image)}</span>,
  },
];
