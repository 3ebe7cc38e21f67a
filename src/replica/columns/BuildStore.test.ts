import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { isActive } from '../../contract/status.ts';
import { buildOf } from '../../contract/testing/builds.ts';
import { readTime } from '../../lib/instant.ts';
import { runs } from '../../lib/testing/runs.ts';
import { RankedTexts } from '../../lib/texts/RankedTexts.ts';
import { Selector } from '../select/Selector.ts';
import { builds } from '../testing/arbitraryBuilds.ts';
import { applyHistory, histories } from '../testing/arbitraryHistories.ts';
import { fakeArtifact, fakeBuilds } from '../testing/fakeApi.ts';
import { isStalled } from '../testing/naive.ts';
import { TextPool } from '../text/TextPool.ts';
import { BuildStore } from './BuildStore.ts';
import { CreatedOrder } from './CreatedOrder.ts';
import { readStore, snapshotOf } from './storeSnapshots.ts';

const NOW = Date.UTC(2026, 10, 3, 12);

function storeOf(steps: Parameters<typeof applyHistory>[2]) {
  const store = new BuildStore();
  const held = new Map<string, Build>();
  applyHistory(store, held, steps);
  return { store, held };
}

/** The builds that a store holds, by id. */
function contentOf(store: BuildStore): Map<string, Build> {
  const order = [...store.defaultOrder()];
  return new Map(order.map((row) => [store.idAt(row), store.build(row)]));
}

const byId = (content: ReadonlyMap<string, Build>) =>
  [...content].sort(([a], [b]) => (a < b ? -1 : 1));

function one(changes: Partial<Build> = {}): Build {
  return buildOf('c1', {
    imageName: 'swe',
    status: 'BUILDING',
    createdAt: '2026-11-03T00:00:00',
    startedAt: null,
    completedAt: null,
    artifacts: null,
    ...changes,
  });
}

const artifact = (id: string) =>
  fakeArtifact(id, {
    status: 'FAILED',
    fullImagePath: 'prime/acct/swe:v1',
    errorMessage: `no ${id}`,
  });

describe('BuildStore', () => {
  it('gives back every build text for text, after any history', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { store, held } = storeOf(steps);
        expect(byId(contentOf(store))).toEqual(byId(held));
        expect(JSON.stringify(byId(contentOf(store)))).toBe(JSON.stringify(byId(held)));
        expect(store.size).toBe(held.size);
        for (const [id, build] of held) {
          const row = store.rowOf(id) ?? -1;
          expect(store.isAlive(row)).toBe(true);
          expect(store.statusAt(row)).toBe(build.status);
          expect(store.createdAt(row) ?? Number.NaN).toBe(readTime(build.createdAt));
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('says which rows came and which changed, and counts a version only then', () => {
    const change = fc.tuple(fc.array(builds, { maxLength: 5 }), fc.array(builds, { maxLength: 5 }));
    fc.assert(
      fc.property(change, ([before, after]) => {
        const store = new BuildStore();
        store.apply(before, 1);
        const old = contentOf(store);
        const { version } = store;
        const { added, changed } = store.apply(after, 2);
        const ids = [...new Set(after.map((build) => build.id))];
        expect(added.map((row) => store.idAt(row))).toEqual(ids.filter((id) => !old.has(id)));
        const now = contentOf(store);
        for (const id of ids.filter((id) => old.has(id))) {
          const differs = JSON.stringify(old.get(id)) !== JSON.stringify(now.get(id));
          if (differs) expect(changed).toContain(store.rowOf(id));
        }
        expect(store.version).toBe(version + Number(added.length + changed.length > 0));
        expect(store.apply([...now.values()], 3)).toEqual({ added: [], changed: [] });
      }),
      { numRuns: runs(500) },
    );
  });

  it('ignores an answer older than the last, and keeps the row for good', () => {
    const store = new BuildStore();
    const [row = -1] = store.apply([one()], 5).added;
    expect(store.apply([one({ status: 'FAILED' })], 4)).toEqual({ added: [], changed: [] });
    expect(store.remove(['c1'], 4)).toEqual([]);
    expect(store.apply([one()], 7)).toEqual({ added: [], changed: [] });
    expect(store.apply([one({ status: 'FAILED' })], 6).changed).toEqual([]);
    expect(store.statusAt(row)).toBe('BUILDING');
    expect(store.remove(['c1', 'c1'], 8)).toEqual([row]);
    expect(store.has('c1')).toBe(false);
    expect(store.rowOf('c1')).toBeUndefined();
    expect(store.build(row)).toEqual(one());
    expect(store.apply([one()], 7).added).toEqual([]);
    expect(store.apply([one()], 9).added).toEqual([row]);
  });

  it('does not let an older answer bring what was gone before it was seen', () => {
    const store = new BuildStore();
    expect(store.remove(['c1'], 5)).toEqual([]);
    expect(store.version).toBe(0);
    expect(store.apply([one()], 4).added).toEqual([]);
    expect(store.apply([one()], 6).added).toHaveLength(1);
  });

  it('has no build in a row that was never given out', () => {
    const store = new BuildStore();
    store.apply([one()], 1);
    for (const row of [-1, 1, Number.NaN]) {
      expect(() => store.build(row)).toThrow(new RangeError(`no row ${row}`));
    }
  });

  it('calls a build new, not changed, that comes twice in its first answer', () => {
    const store = new BuildStore();
    const answer = [one(), one({ id: 'c2' }), one({ status: 'FAILED' })];
    expect(store.apply(answer, 1)).toEqual({ added: [0, 1], changed: [] });
    expect(store.statusAt(0)).toBe('FAILED');
    expect(store.apply([one(), one({ status: 'FAILED' })], 2)).toEqual({ added: [], changed: [0] });
  });

  it('knows whether a build is active', () => {
    const store = new BuildStore();
    store.apply([one()], 1);
    expect(store.hasActive).toBe(true);
    store.apply([one({ status: 'COMPLETED' })], 2);
    expect(store.hasActive).toBe(false);
    store.apply([one()], 3);
    store.remove(['c1'], 4);
    expect(store.hasActive).toBe(false);
    expect(new BuildStore().hasActive).toBe(false);
  });

  it('looks for active builds once for each version', () => {
    const store = new BuildStore();
    store.apply([one()], 1);
    const rows = vi.spyOn(store, 'rowCount', 'get');
    store.activeRows(NOW);
    const looks = rows.mock.calls.length;
    store.activeRows(NOW);
    expect(store.hasActive).toBe(true);
    expect(rows.mock.calls.length).toBe(looks);
    store.apply([one({ status: 'FAILED' })], 2);
    expect(store.hasActive).toBe(false);
  });

  it('moves a row only when its time changes', () => {
    const store = new BuildStore();
    const puts = vi.spyOn(CreatedOrder.prototype, 'put');
    store.apply([one()], 1);
    expect(puts).toHaveBeenCalledTimes(1);
    store.apply([one({ status: 'FAILED' })], 2);
    expect(puts).toHaveBeenCalledTimes(1);
    store.apply([one({ createdAt: 'today' })], 3);
    expect(puts).toHaveBeenCalledTimes(2);
    store.apply([one({ createdAt: 'tomorrow' })], 4);
    expect(puts).toHaveBeenCalledTimes(2);
    store.remove(['c1'], 5);
    store.apply([one({ createdAt: 'tomorrow' })], 6);
    expect(puts).toHaveBeenCalledTimes(3);
  });

  it('has parts to make ready as soon as many builds or texts wait for it, one at a time', () => {
    const store = new BuildStore();
    const dates = vi.spyOn(CreatedOrder.prototype, 'settle');
    const ranks = vi.spyOn(RankedTexts.prototype, 'settleSome');
    const forms = vi.spyOn(TextPool.prototype, 'foldNext');
    const done = () =>
      [ranks, forms].map(({ mock }) => mock.results.filter(({ value }) => value === true).length);
    store.apply(fakeBuilds(240), 1);
    expect(store.settleNext()).toBe(false);
    store.apply(fakeBuilds(1760, 240), 2);
    expect(dates).not.toHaveBeenCalled();
    expect(store.settleNext()).toBe(true);
    expect(dates).toHaveBeenCalledTimes(1);
    const steps: number[][] = [];
    while (store.settleNext()) steps.push(done());
    // A thousand ids and tags for a search; then all of both for a sort, 250 at a time.
    expect(steps).toEqual(
      Array.from({ length: 18 }, (_, at) => [Math.max(0, at - 1), Math.min(at + 1, 2)]),
    );
    expect(store.columns.ids.pool.foldNext()).toBe(false);
  });

  it('tells active rows from stalled ones', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { store, held } = storeOf(steps);
        const active = [...held.values()].filter((build) => isActive(build.status));
        const { active: rows, stalled } = store.activeRows(NOW);
        const ids = [...rows].map((row) => store.idAt(row)).sort();
        const moving = active.filter((build) => !isStalled(build, NOW));
        expect(ids).toEqual(moving.map((build) => build.id).sort());
        expect(stalled).toBe(active.length - moving.length);
      }),
      { numRuns: runs(200) },
    );
  });

  it('clears away the artifacts that builds no longer have', () => {
    const store = new BuildStore();
    const first = Array.from({ length: 20 }, (_, at) => artifact(`first ${at}`));
    const last = Array.from({ length: 30 }, (_, at) => artifact(`last ${at}`));
    store.apply([one({ id: 'other', artifacts: [artifact('kept')] })], 0);
    for (let stamp = 1; stamp < 400; stamp += 1) {
      store.apply([one({ artifacts: stamp % 2 ? first : last })], stamp);
      expect(store.columns.artifacts.size).toBeLessThan(3000);
    }
    expect(store.build(1)).toEqual(one({ artifacts: first }));
    expect(store.build(0)).toEqual(one({ id: 'other', artifacts: [artifact('kept')] }));
  });
});

describe('a snapshot', () => {
  it('brings everything back, and takes any answer as newer', () => {
    fc.assert(
      fc.property(histories, histories, (steps, later) => {
        const { store, held } = storeOf(steps);
        const restored = readStore(structuredClone(snapshotOf(store)));
        if (!restored) throw new Error('not restored');
        expect(byId(contentOf(restored))).toEqual(byId(held));
        const query = { clauses: [], sort: [{ column: 'image', descending: false }] } as const;
        const answer = (of: BuildStore) => {
          const { order, ...counts } = new Selector(of).select(query, NOW);
          const idsOf = (rows: Uint32Array) => [...rows].map((row) => of.idAt(row));
          return { ...counts, ids: idsOf(order), all: idsOf(of.defaultOrder()) };
        };
        expect(answer(restored)).toEqual(answer(store));
        const again = new Map(held);
        applyHistory(restored, again, later);
        expect(byId(contentOf(restored))).toEqual(byId(again));
      }),
      { numRuns: runs(500) },
    );
  });

  it('is refused when any part of it is missing, cut or out of range', () => {
    const { store } = storeOf([
      { builds: [one({ artifacts: [artifact('a')] })], gone: [], stamp: 1 },
    ]);
    const snapshot = snapshotOf(store);
    for (const { path, broken } of breakages(snapshot)) {
      expect(readStore(broken), path).toBeNull();
    }
    for (const other of [null, undefined, 1, 'x', [], {}, { version: 1 }]) {
      expect(readStore(other)).toBeNull();
    }
  });

  it('sorts anew when its orders are not those of this browser', () => {
    const { store, held } = storeOf([
      { builds: [one(), one({ id: 'c2', imageName: 'b' })], gone: [], stamp: 1 },
    ]);
    const snapshot = snapshotOf(store);
    for (const order of Object.values(snapshot.orders)) order.reverse();
    const restored = readStore(snapshot);
    expect([...(restored?.defaultOrder() ?? [])]).toEqual([...store.defaultOrder()]);
    expect(held.size).toBe(2);
    const query = { clauses: [], sort: [{ column: 'image', descending: false }] } as const;
    expect(restored && [...new Selector(restored).select(query, NOW).order]).toEqual([1, 0]);
  });
});

/** Copies of a snapshot, each with one part spoilt. */
function* breakages(snapshot: object): Generator<{ path: string; broken: unknown }> {
  for (const path of pathsIn(snapshot)) {
    for (const spoil of [() => undefined, () => true, spoilNumbers, spoilLast]) {
      const copy: unknown = structuredClone(snapshot);
      const last = path.at(-1) ?? '';
      const parent = path
        .slice(0, -1)
        .reduce((part: unknown, key) => Reflect.get(Object(part), key), copy);
      const value: unknown = Reflect.get(Object(parent), last);
      const spoilt = spoil(value, path);
      // Orders that are wrong are only sorted anew.
      if (spoilt === value || (path[0] === 'orders' && ArrayBuffer.isView(spoilt))) continue;
      Reflect.set(Object(parent), last, spoilt);
      yield { path: path.join('.'), broken: copy };
    }
  }
}

function spoilNumbers(value: unknown): unknown {
  if (value instanceof Uint32Array || value instanceof Uint8Array || value instanceof Int32Array) {
    return value.length > 0 ? value.slice(1) : value;
  }
  if (value instanceof Float64Array) return value.slice(1);
  if (typeof value === 'number') return Number.NaN;
  return value;
}

/** The last number larger than any that is meant; facts are bits, of which any may be set. */
function spoilLast(value: unknown, path: readonly string[]): unknown {
  if (path.at(-1) === 'facts') return value;
  if (value instanceof Uint32Array) return value.length > 0 ? value.with(-1, 2 ** 32 - 1) : value;
  if (value instanceof Int32Array) return value.length > 0 ? value.with(-1, 2 ** 31 - 1) : value;
  if (value instanceof Uint8Array) return value.length > 0 ? value.with(-1, 255) : value;
  return value;
}

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [[...path]];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...path, key]));
  return path.length > 0 ? [[...path], ...inner] : inner;
}
