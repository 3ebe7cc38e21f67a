import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { runs } from '../../lib/testing/runs.ts';
import { readTable } from '../../list/testing/readTable.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { applyHistory, histories } from '../testing/arbitraryHistories.ts';
import { fakeArtifact, fakeBuild, fakeBuilds } from '../testing/fakeApi.ts';
import { BuildStore } from './BuildStore.ts';
import { StoreTable } from './StoreTable.ts';
import { readStore, snapshotOf } from './storeSnapshots.ts';

const faceOf = (store: BuildStore) => new StoreTable(store, () => true);

const byId = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the table of a store', () => {
  it('says of every build what the plain table says, after any history', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const store = new BuildStore();
        const table = faceOf(store);
        const held = new Map<string, Build>();
        for (const step of steps) {
          applyHistory(store, held, [step]);
          const plain = tableOf([...held.values()]);
          expect(byId(readTable(table))).toEqual(byId(readTable(plain)));
          expect(table.size).toBe(plain.size);
        }
        const restored = readStore(structuredClone(snapshotOf(store)));
        if (!restored) throw new Error('not restored');
        expect(byId(readTable(faceOf(restored)))).toEqual(byId(readTable(table)));
        expect(restored.epoch).not.toBe(store.epoch);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps saying it while artifacts are moved together', () => {
    const store = new BuildStore();
    const table = faceOf(store);
    const list = fakeBuilds(40).map((build, at) => ({ ...build, imageName: `app-${at % 7}` }));
    const held = new Map<string, Build>();
    for (let turn = 0; turn < 60; turn += 1) {
      const changed = list.map((build, at) => ({
        ...build,
        artifacts: Array.from({ length: (at + turn) % 4 }, (_, number) =>
          fakeArtifact(`a${turn}-${number}`, { errorMessage: `error ${at}` }),
        ),
      }));
      for (const build of changed) held.set(build.id, build);
      store.apply(changed, turn);
    }
    expect(byId(readTable(table))).toEqual(byId(readTable(tableOf([...held.values()]))));
  });

  it('names the rows that came, changed or went since any version', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const store = new BuildStore();
        const table = faceOf(store);
        const held = new Map<string, Build>();
        const states = [{ version: table.version, content: readTable(table) }];
        const touched: Set<number>[] = [];
        for (const step of steps) {
          applyHistory(store, held, [step]);
          const content = readTable(table);
          touched.push(difference(states.at(-1)?.content ?? new Map(), content, store));
          states.push({ version: table.version, content });
        }
        states.forEach(({ version }, at) => {
          const rows = table.changesSince(version)?.rows ?? [];
          expect(new Set(rows).size).toBe(rows.length);
          const wanted = touched.slice(at).flatMap((one) => [...one]);
          expect(rows).toEqual(expect.arrayContaining(wanted));
          for (const row of rows) expect(row).toBeLessThan(table.rowCount);
          if (version === table.version) expect(rows).toEqual([]);
        });
        expect(table.changesSince(table.version + 1)).toBeNull();
      }),
      { numRuns: runs(500) },
    );
  });

  it('names nothing but what changed', () => {
    const store = new BuildStore();
    const table = faceOf(store);
    store.apply(fakeBuilds(10), 1);
    const { version } = table;
    const second = store.rowOf('b2');
    store.apply(fakeBuilds(10), 2);
    expect(table.changesSince(version)?.rows).toEqual([]);
    store.apply([fakeBuild(4, { status: 'FAILED' }), fakeBuild(99)], 3);
    store.remove(['b2'], 4);
    const rows = ['b4', 'b99'].map((id) => store.rowOf(id));
    expect(new Set(table.changesSince(version)?.rows)).toEqual(new Set([...rows, second]));
    expect(table.changesSince(version + 1)?.rows).toEqual([second]);
  });

  it('says that it does not know what changed before it was restored', () => {
    const store = new BuildStore();
    store.apply(fakeBuilds(3), 1);
    const restored = readStore(snapshotOf(store));
    if (!restored) throw new Error('not restored');
    const table = faceOf(restored);
    expect(table.changesSince(0)).toBeNull();
    expect(table.changesSince(table.version)?.rows).toEqual([]);
  });

  it('is complete while it is proven to be', () => {
    let complete = false;
    const table = new StoreTable(new BuildStore(), () => complete);
    expect(table.complete).toBe(false);
    complete = true;
    expect(table.complete).toBe(true);
  });
});

/** Rows of what one reading has and the other has not, or says otherwise. */
function difference(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  store: BuildStore,
): Set<number> {
  const ids = new Set([...before.keys(), ...after.keys()]);
  const rows = Array.from({ length: store.rowCount }, (_, row) => row);
  const differs = (id: string) =>
    JSON.stringify(before.get(id)) !== JSON.stringify(after.get(id)) ||
    before.has(id) !== after.has(id);
  return new Set(rows.filter((row) => ids.has(store.idAt(row)) && differs(store.idAt(row))));
}
