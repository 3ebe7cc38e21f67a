import type { TableRows } from '../../../table/place/TableRows.ts';
import type { LensExport, PlainColumn } from '../../frame/lens/LensExport.ts';
import { KINDS } from '../model/kinds.ts';
import { timelineWords } from '../model/timelineWords.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';
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
    {
      title: 'Running at once',
      field: 'running_at_once',
      kind: 'count',
      value: ({ sums }) => hundredths(sums.running),
    },
    {
      title: 'Waiting at once',
      field: 'waiting_at_once',
      kind: 'count',
      value: ({ sums }) => hundredths(sums.waiting),
    },
  ];
}

function hundredths(mean: number): number {
  return Math.round(mean * 100) / 100;
}
