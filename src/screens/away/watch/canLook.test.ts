import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../../contract/testing/builds.ts';
import { ErrorGroups } from '../../../insights/errors/ErrorGroups.ts';
import { TestStore } from '../../../insights/testing/TestStore.ts';
import { canLook } from './canLook.ts';

const NOW = Date.UTC(2026, 10, 27);
const failed = (id: string) =>
  buildOf(id, {
    status: 'FAILED',
    artifacts: [artifactOf(`${id}a`, { status: 'FAILED', errorMessage: 'x broke' })],
  });

it('waits until the cause of what failed is counted, where a cause is watched', () => {
  const store = new TestStore([failed('a')]);
  const { table } = store;
  // Each list is a long one.
  const groups = new ErrorGroups(0);
  const looks = (kind: 'cause' | 'image') => {
    const batches = { table, unreadFamilies: 0 };
    const errors = groups.facts(table, NOW);
    return canLook({ watched: [{ kind }], errors, batches, version: table.version }, table);
  };
  expect([looks('cause'), looks('image')]).toEqual([false, true]);
  while (!groups.work(8));
  expect(looks('cause')).toBe(true);
  store.apply({ builds: [failed('b')], gone: [] });
  expect([looks('cause'), looks('image')]).toEqual([false, true]);
  while (!groups.work(8));
  expect(looks('cause')).toBe(true);
});

it('waits for pushes where one is watched, and for the list that is shown', () => {
  const { table } = new TestStore([failed('a')]);
  const errors = { table, version: 1, unread: 0 };
  const batches = { table, unreadFamilies: 1 };
  const looks = (kind: 'batch' | 'cause', of = table) =>
    canLook({ watched: [{ kind }], errors, batches, version: 1 }, of);
  expect([looks('batch'), looks('cause')]).toEqual([false, true]);
  expect(looks('cause', new TestStore([]).table)).toBe(false);
});
