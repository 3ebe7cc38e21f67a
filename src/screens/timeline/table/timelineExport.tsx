import type { TableRows } from '../../../table/place/TableRows.ts';
import type { LensExport, PlainColumn } from '../../frame/lens/LensExport.ts';
import { formatMean } from '../model/bucketText.ts';
import { KINDS } from '../model/kinds.ts';
import { timelineWords } from '../model/timelineWords.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';
import { PrintedPlot } from '../plot/PrintedPlot.tsx';
import type { BucketRow } from './bucketRows.ts';

/** The table of the times as files and paper have it. */
export function timelineExport(
  seen: SeenTimeline,
  rows: TableRows<BucketRow>,
): LensExport<BucketRow> {
  const { edges } = seen.timeline.axis;
  return {
    noun: ['time', 'times'],
    said: `${timelineWords(seen)}, ${seen.words.step}`,
    columns: columnsOf(edges),
    rows,
    complete: seen.complete,
    picture: <PrintedPlot seen={seen} />,
  };
}

function columnsOf(edges: readonly number[]): readonly PlainColumn<BucketRow>[] {
  return [
    { title: 'Time', field: null, kind: 'words', value: ({ name }) => name },
    { title: null, field: 'from', kind: 'time', value: ({ start }) => start },
    {
      title: null,
      field: 'to',
      kind: 'time',
      value: ({ bucket }) => edges[bucket + 1] ?? Number.NaN,
    },
    { title: 'Builds', field: 'builds', kind: 'count', value: ({ sums }) => sums.total },
    ...KINDS.map(
      ({ title, word }, at): PlainColumn<BucketRow> => ({
        title,
        field: word,
        kind: 'count',
        value: ({ sums }) => sums.parts[at] ?? 0,
      }),
    ),
    ...atOnce('Running at once', 'running_at_once', ({ sums }) => sums.running),
    ...atOnce('Waiting at once', 'waiting_at_once', ({ sums }) => sums.waiting),
  ];
}

/** A mean: as the page says it for eyes, in hundredths for machines. */
function atOnce(
  title: string,
  field: string,
  mean: (row: BucketRow) => number,
): readonly PlainColumn<BucketRow>[] {
  return [
    { title, field: null, kind: 'words', value: (row) => formatMean(mean(row)) },
    { title: null, field, kind: 'count', value: (row) => Math.round(mean(row) * 100) / 100 },
  ];
}
