import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { runs } from '../../lib/testing/runs.ts';
import { histories, NOW } from '../testing/arbitraryBuilds.ts';
import { naiveRaces } from '../testing/naiveRaces.ts';
import { TestStore } from '../testing/TestStore.ts';
import { Races } from './Races.ts';

const at = (time: string) => `2026-11-24T${time}:00Z`;

function build(id: string, from: string, to: string | null, path = 'prime/ada/app:v1') {
  const completedAt = to === null ? null : at(to);
  const status = to === null ? 'BUILDING' : 'COMPLETED';
  return buildOf(id, {
    status,
    createdAt: at(from),
    completedAt,
    artifacts: [artifactOf(id, { status, fullImagePath: path, completedAt })],
  });
}

function read(races: Races, store: TestStore, now = NOW) {
  races.facts(store.table, now);
  while (!races.work(8));
  return races.facts(store.table, now);
}

const names = (store: TestStore, races: ReturnType<typeof read>['races']) =>
  races.map((one) => [store.table.id.at(one.older), store.table.id.at(one.newer), one.open]);

describe('races', () => {
  it('say which older build may hold a tag, until a clean build clears it (row 24)', () => {
    const store = new TestStore([build('a', '10:00', '10:20'), build('b', '10:05', '10:10')]);
    const races = new Races();
    const facts = read(races, store);
    expect(names(store, facts.races)).toEqual([['a', 'b', false]]);
    expect(facts.races[0]).toMatchObject({ path: 'prime/ada/app:v1', type: 'CONTAINER_IMAGE' });
    expect([...(races.mark('race', '')?.bits ?? [])]).toEqual([1, 1]);
    store.apply({ builds: [build('c', '10:30', '10:35')], gone: [] });
    expect(read(races, store).races).toEqual([]);
    expect(races.mark('race', '')?.bits).not.toContain(1);
  });

  it('are none between other paths, nor within two seconds', () => {
    const other = [build('a', '10:00', '10:20'), build('b', '10:05', '10:10', 'prime/bob/app:v1')];
    expect(read(new Races(), new TestStore(other)).races).toEqual([]);
    const near = [
      build('a', '10:00', '10:20'),
      { ...build('b', '10:00', '10:10'), createdAt: '2026-11-24T10:00:02Z' },
    ];
    expect(read(new Races(), new TestStore(near)).races).toEqual([]);
  });

  it('are open while an older build is active, and end when it stalls', () => {
    const store = new TestStore([build('a', '08:00', null), build('b', '08:05', '08:10')]);
    const races = new Races();
    const facts = read(races, store);
    expect(names(store, facts.races)).toEqual([['a', 'b', true]]);
    expect(races.mark('race', '')?.movesWithTime).toBe(true);
    expect(read(races, store)).toBe(facts);
    expect(read(races, store, NOW + 86_400_000).races).toEqual([]);
    expect(races.mark('race', '')?.movesWithTime).toBe(false);
  });

  it('are picked by either build', () => {
    const store = new TestStore([build('a', '10:00', '10:20'), build('b', '10:05', '10:10')]);
    const races = new Races();
    const facts = read(races, store);
    expect(races.pick(facts, store.rowsOf(['b'])).races).toHaveLength(1);
    expect(races.pick(facts, store.rowsOf([])).races).toHaveLength(0);
  });

  it('equal a naive recount after any history', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const store = new TestStore();
        const races = new Races();
        for (const step of steps) {
          store.apply(step);
          const older = read(races, store).races.map((one) => store.table.id.at(one.older));
          const byRow = [...store.builds].sort((a, b) => row(store, a.id) - row(store, b.id));
          expect([...new Set(older)].sort()).toEqual(naiveRaces(byRow, NOW));
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

function row(store: TestStore, id: string): number {
  return store.table.rowOf(id) ?? -1;
}
