import type { ImageFacts, PickedImage } from '../../insights/images/ImageFacts.ts';
import type { LastGood } from '../../insights/images/NameHistory.ts';
import type { PickedImages } from '../../insights/images/PickedImages.ts';
import { rateWords } from '../../insights/rates.ts';
import { formatCount, plural } from '../../lib/number.ts';
import type { LensExport, PlainColumn } from '../frame/lens/LensExport.ts';
import { stateWords } from './imageWords.ts';

/** Artifact types that have columns of their own, and what these are called. */
const TYPES = [
  { type: 'CONTAINER_IMAGE', title: 'Last good container image', field: 'container' },
  { type: 'VM_SANDBOX', title: 'Last good VM sandbox', field: 'vm' },
] as const;

function goodOf({ image }: PickedImage, type: string): LastGood | null {
  return image.types.find((one) => one.type === type)?.lastGood ?? null;
}

/** Where it is, under which tag, and since when. */
function goodColumns({ type, title, field }: (typeof TYPES)[number]): PlainColumn<PickedImage>[] {
  return [
    {
      title,
      field: `${field}_path`,
      kind: 'text',
      value: (row) => goodOf(row, type)?.path ?? null,
    },
    {
      title: null,
      field: `${field}_tag`,
      kind: 'text',
      value: (row) => goodOf(row, type)?.tag ?? null,
    },
    {
      title: null,
      field: `${field}_built_at`,
      kind: 'time',
      value: (row) => goodOf(row, type)?.time ?? null,
    },
  ];
}

/** The last good paths of types that the contract does not name. */
function otherPaths({ image }: PickedImage): readonly string[] {
  return image.types.flatMap(({ type, lastGood }) =>
    lastGood === null || TYPES.some((one) => one.type === type)
      ? []
      : [`${type ?? ''} ${lastGood.path}`.trim()],
  );
}

function columnsOf(complete: boolean): readonly PlainColumn<PickedImage>[] {
  return [
    { title: 'Image', field: 'image', kind: 'text', value: ({ image }) => image.name },
    {
      title: 'State',
      field: 'state',
      kind: 'words',
      value: ({ image }) => stateWords(image, complete).word,
    },
    {
      title: 'Broken since',
      field: 'broken_since',
      kind: 'time',
      value: ({ image }) => image.brokenSince,
    },
    ...TYPES.flatMap(goodColumns),
    { title: null, field: 'other_paths', kind: 'list', value: otherPaths },
    {
      title: 'Success',
      field: null,
      kind: 'words',
      value: ({ outcomes }) => rateWords(outcomes),
    },
    ...COUNTS,
  ];
}

const COUNTS: readonly PlainColumn<PickedImage>[] = [
  {
    title: null,
    field: 'completed',
    kind: 'count',
    value: ({ outcomes }) => outcomes.completed,
  },
  { title: null, field: 'failed', kind: 'count', value: ({ outcomes }) => outcomes.failed },
  {
    title: 'Median',
    field: 'median_seconds',
    kind: 'span',
    value: ({ image }) => image.durations.spread.median ?? Number.NaN,
  },
  {
    title: '95 %',
    field: 'p95_seconds',
    kind: 'span',
    value: ({ image }) => image.durations.spread.p95 ?? Number.NaN,
  },
  {
    title: 'Tags broken',
    field: null,
    kind: 'words',
    value: ({ image }) => `${formatCount(image.brokenTags)} of ${formatCount(image.tags.length)}`,
  },
  { title: null, field: 'tags', kind: 'count', value: ({ image }) => image.tags.length },
  { title: null, field: 'broken_tags', kind: 'count', value: ({ image }) => image.brokenTags },
  { title: 'Builds', field: 'builds', kind: 'count', value: ({ builds }) => builds },
];

/** The images for files and paper. */
export function imageExport(
  { complete }: Pick<ImageFacts, 'complete'>,
  { count, builds }: Pick<PickedImages, 'count' | 'builds'>,
  rows: LensExport<PickedImage>['rows'],
): LensExport<PickedImage> {
  const said = `${plural(count, 'image', 'images')} of ${plural(builds, 'build', 'builds')}`;
  return {
    noun: ['image', 'images'],
    said: complete ? said : `${said} so far`,
    columns: columnsOf(complete),
    rows,
    complete,
  };
}
