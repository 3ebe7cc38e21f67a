import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { StatusKinds } from '../StatusKinds.ts';
import { NOW } from '../testing/arbitraryBuilds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { durationPoints } from './durationPoints.ts';

const MINUTE = 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

function build(id: string, at: number, took: number, status = 'COMPLETED', imageName = 'a') {
  const started = NOW - 10_000 * MINUTE + at * MINUTE;
  return buildOf(id, {
    imageName,
    status,
    createdAt: iso(started),
    startedAt: iso(started),
    completedAt: iso(started + took * MINUTE),
  });
}

it('gives how long the newest hundred took by end, failed ones apart from what is usual', () => {
  const store = new TestStore([
    ...Array.from({ length: 120 }, (_, at) => build(`c${at}`, at, 4)),
    build('f', 121, 60, 'FAILED'),
    build('reversed', 122, -3),
    build('cancelled', 123, 5, 'CANCELLED'),
    build('other', 124, 5, 'COMPLETED', 'b'),
  ]);
  const kinds = new StatusKinds().of(store.table);
  const row = store.table.rowOf('f') ?? -1;
  const found = durationPoints(store.table, kinds, store.table.name[row] ?? -1);
  expect(found.points).toHaveLength(100);
  expect(found.points.at(-1)).toMatchObject({ row, ms: 60 * MINUTE, completed: false });
  expect(found.points[0]?.row).toBe(store.table.rowOf('c21'));
  expect(found.median).toBe(4 * MINUTE);
  expect(found.p95).toBe(4 * MINUTE);
});

it('says nothing usual of a few', () => {
  const store = new TestStore([build('a', 1, 4), build('b', 2, 4)]);
  const kinds = new StatusKinds().of(store.table);
  expect(durationPoints(store.table, kinds, store.table.name[0] ?? 0)).toMatchObject({
    points: [{ completed: true }, { completed: true }],
    median: null,
    p95: null,
  });
});
