import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { NOW } from '../testing/arbitraryBuilds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { ErrorGroups } from './ErrorGroups.ts';

const failed = (id: string, errorMessage: string) =>
  buildOf(id, {
    status: 'FAILED',
    artifacts: [artifactOf(`${id}a`, { status: 'FAILED', errorMessage })],
  });
const causes = (groups: ErrorGroups, store: TestStore) =>
  groups.facts(store.table, NOW).groups.map((one) => [one.kind, one.all.artifacts]);

/** A list that is counted anew in slices from so many builds on, read to its end. */
function readList(count: number, large: number) {
  const store = new TestStore(
    Array.from({ length: count }, (_, at) => failed(`b${at}`, 'x broke')),
  );
  const groups = new ErrorGroups(large);
  groups.facts(store.table, NOW);
  while (!groups.work(8));
  expect(causes(groups, store)).toEqual([['x broke', count]]);
  return { store, groups };
}

it('counts a large list that has changed anew in several slices, and shows it as before until then', () => {
  const { store, groups } = readList(30_000, 10_000);
  const before = groups.facts(store.table, NOW);
  store.apply({ builds: [failed('new', 'y broke')], gone: ['b0'] });
  expect(groups.facts(store.table, NOW)).toBe(before);
  expect(before.version).toBeLessThan(store.table.version);
  let slices = 1;
  // A budget that each part is beyond.
  while (!groups.work(0)) {
    expect(groups.facts(store.table, NOW).version).toBeLessThanOrEqual(store.table.version);
    slices += 1;
  }
  expect(slices).toBeGreaterThan(8);
  expect(causes(groups, store)).toEqual([
    ['x broke', 29_999],
    ['y broke', 1],
  ]);
  const after = groups.facts(store.table, NOW);
  expect(after).toMatchObject({ unread: 0, version: store.table.version });
  expect(groups.work(0)).toBe(true);
  expect(groups.facts(store.table, NOW)).toBe(after);
});

it('says at once how many failures a large list has, and counts them by cause in several slices', () => {
  const texts = ['x broke', ' '];
  const store = new TestStore(
    Array.from({ length: 20_000 }, (_, at) => failed(`b${at}`, texts[at % 2] ?? '')),
  );
  const groups = new ErrorGroups();
  const some = store.rows.subarray(0, 7);
  const unread = { artifacts: 20_000, builds: 20_000, unread: 20_000, groups: [] };
  expect(groups.facts(store.table, NOW)).toMatchObject(unread);
  expect(groups.pick(groups.facts(store.table, NOW), some)).toMatchObject({
    artifacts: 7,
    unread: 7,
    groups: [],
  });
  let slices = 1;
  while (!groups.work(0)) slices += 1;
  expect(slices).toBeGreaterThan(8);
  expect(causes(groups, store)).toEqual([
    ['no message', 10_000],
    ['x broke', 10_000],
  ]);
});

it('ends with the list as it is, whatever changes while it is counted', () => {
  const { store, groups } = readList(20_000, 10_000);
  store.apply({ builds: [failed('new', 'y broke')], gone: [] });
  groups.facts(store.table, NOW);
  for (let step = 0; step < 3; step += 1) {
    groups.work(0);
    store.apply({ builds: [failed(`late${step}`, 'y broke')], gone: [`b${step}`] });
    groups.facts(store.table, NOW);
  }
  while (!groups.work(0));
  expect(causes(groups, store)).toEqual([
    ['x broke', 19_997],
    ['y broke', 4],
  ]);
});

it('counts a small list, and one of another account, at once', () => {
  const { store, groups } = readList(20, 10_000);
  store.apply({ builds: [failed('new', 'x broke')], gone: [] });
  expect(causes(groups, store)).toEqual([['x broke', 21]]);
  const large = readList(20, 0);
  const other = new TestStore([failed('o', 'x broke')]);
  expect(large.groups.facts(other.table, NOW).artifacts).toBe(1);
});

it('marks no build by a cause that was read and is not counted yet', () => {
  const { store, groups } = readList(20, 0);
  store.apply({ builds: [failed('new', 'y broke')], gone: [] });
  groups.facts(store.table, NOW);
  while (!groups.work(0));
  const print = groups.facts(store.table, NOW).groups.at(-1)?.fingerprint ?? '';
  expect([...(groups.mark('cause', print)?.bits ?? [])].filter((bit) => bit === 1)).toHaveLength(1);
  expect(groups.mark('cause', '0'.repeat(16))?.bits.includes(1)).toBe(false);
});
