import { expect, it } from 'vitest';
import { ChangeLog } from './ChangeLog.ts';

it('knows each row touched since a version once', () => {
  const log = new ChangeLog(3);
  log.add(4, [1, 2]);
  log.add(5, [2, 3]);
  expect(log.since(3)?.toSorted()).toEqual([1, 2, 3]);
  expect(log.since(4)).toEqual([2, 3]);
  expect(log.since(5)).toEqual([]);
});

it('knows nothing of versions before its first and after its last', () => {
  const log = new ChangeLog(3);
  expect([log.since(2), log.since(3), log.since(4)]).toEqual([null, [], null]);
  log.add(4, [1]);
  expect([log.since(2), log.since(5)]).toEqual([null, null]);
});

it('forgets the oldest versions beyond its bound, and no more of them', () => {
  const log = new ChangeLog(0, 4);
  log.add(1, [1, 2]);
  log.add(2, [3, 4]);
  expect(log.since(0)).toHaveLength(4);
  log.add(3, [5]);
  expect(log.since(0)).toBeNull();
  expect(log.since(1)?.toSorted()).toEqual([3, 4, 5]);
  log.add(4, [6, 7, 8, 9, 10]);
  expect(log.since(3)).toBeNull();
  expect(log.since(4)).toEqual([]);
  log.add(5, [1]);
  expect(log.since(4)).toEqual([1]);
});
