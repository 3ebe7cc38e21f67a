import { expect, it } from 'vitest';
import type { BatchState } from '../../insights/batches/batchProgress.ts';
import { nextSort } from '../frame/lens/nextSort.ts';
import type { BatchRow } from './BatchRow.ts';
import { ORDER, sortBatches } from './sortBatches.ts';

function row(key: string, started: number, state: BatchState, images: number, failed: number) {
  const batch = {
    id: key,
    family: key,
    tag: null,
    rows: [],
    latest: [],
    firstCreated: started,
    lastCreated: started,
    mostInFlight: 1,
    endedSince: 0,
  };
  const progress = {
    state,
    images,
    completed: 0,
    failed,
    cancelled: 0,
    active: 0,
    stalled: 0,
    other: 0,
    retries: 0,
    share: null,
    endedPerMinute: 0,
    tookMs: null,
    left: [],
  };
  return { key, batch, name: key, owner: null, progress, end: null, complete: true };
}

const ROWS: readonly BatchRow[] = [
  row('b', 1, 'ended', 30, 0),
  row('c', 2, 'submitted', 20, 5),
  row('a', 3, 'draining', 10, 5),
];
const sorted = (column: 'batch' | 'started' | 'images' | 'failed' | 'state', descending: boolean) =>
  sortBatches(ROWS, { column, descending })
    .map(({ key }) => key)
    .join('');

it('puts batches in the order of a header, ties newest first', () => {
  expect(sorted('started', true)).toBe('acb');
  expect(sorted('batch', false)).toBe('abc');
  expect(sorted('images', true)).toBe('bca');
  expect(sorted('failed', true)).toBe('acb');
  expect(sorted('state', true)).toBe('cab');
  expect(sorted('state', false)).toBe('bac');
});

it('starts names from A and all else with the most, and turns at the second click', () => {
  const usual = { column: 'started', descending: true } as const;
  expect(nextSort(usual, 'batch', ORDER)).toEqual({ column: 'batch', descending: false });
  expect(nextSort(usual, 'failed', ORDER)).toEqual({ column: 'failed', descending: true });
  expect(nextSort(usual, 'started', ORDER)).toEqual({ column: 'started', descending: false });
});
