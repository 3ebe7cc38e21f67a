import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { runs } from '../../lib/testing/runs.ts';
import { readTable } from '../../list/testing/readTable.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { Selector } from '../select/Selector.ts';
import { applyHistory, histories } from '../testing/arbitraryHistories.ts';
import { queries } from '../testing/arbitraryQueries.ts';
import { fakeArtifact, fakeBuild } from '../testing/fakeApi.ts';
import { BuildStore } from './BuildStore.ts';
import { StoreTable } from './StoreTable.ts';
import { clearedOf, snapshotOf } from './storeSnapshots.ts';

const NOW = Date.UTC(2026, 10, 3, 12);

function cleared(store: BuildStore) {
  const found = clearedOf(store);
  if (!found) throw new Error('not cleared');
  return found;
}

const byId = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const face = (store: BuildStore) => new StoreTable(store, () => true);

/** All texts that a snapshot holds. */
function textsOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (part instanceof Map) return [...part.values()].map(textsOf).join(' ');
  if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return '';
  return Object.values(part).map(textsOf).join(' ');
}

/** A build all of whose texts hold a word. */
function builtOf(at: number, word: string): Build {
  return fakeBuild(at, {
    id: `id-${word}-${at}`,
    imageName: `name-${word}`,
    imageTag: `tag-${word}`,
    status: `STATUS-${word}`,
    createdAt: `created ${word}`,
    artifacts: [
      fakeArtifact(`artifact-${word}-${at}`, {
        artifactType: `TYPE-${word}`,
        errorMessage: `error ${word}\nline`,
        fullImagePath: `shape-${word}/name-${word}:tag-${word}`,
      }),
      fakeArtifact(`other-${word}-${at}`, { fullImagePath: `path-${word}` }),
    ],
  });
}

describe('what is cleared away', () => {
  it('leaves the same builds, answers and history to come', () => {
    fc.assert(
      fc.property(histories, histories, queries, (steps, later, query) => {
        const store = new BuildStore();
        const held = new Map<string, Build>();
        applyHistory(store, held, steps);
        const { store: clean, to } = cleared(store);
        expect(clean.rowCount).toBe(held.size);
        expect(byId(readTable(face(clean)))).toEqual(byId(readTable(tableOf([...held.values()]))));
        for (const id of held.keys()) expect(clean.rowOf(id)).toBe(to[store.rowOf(id) ?? -1]);
        const ids = (one: BuildStore) =>
          [...new Selector(one).select(query, NOW).order].map((row) => one.idAt(row));
        expect(ids(clean)).toEqual(ids(store));
        const again = new Map(held);
        applyHistory(clean, again, later);
        expect(byId(readTable(face(clean)))).toEqual(byId(readTable(tableOf([...again.values()]))));
      }),
      { numRuns: runs(300) },
    );
  });

  it('is on no disk: a snapshot names nothing that is gone', () => {
    const store = new BuildStore();
    store.apply([builtOf(1, 'gone'), builtOf(2, 'stays'), builtOf(3, 'changed')], 1);
    store.apply([{ ...builtOf(3, 'stays'), id: 'id-changed-3' }], 2);
    store.remove(['id-gone-1', 'id-never'], 3);
    const texts = textsOf(snapshotOf(store));
    expect(texts).not.toContain('gone');
    expect(texts).not.toContain('never');
    expect(texts.replaceAll('id-changed-3', '')).not.toContain('changed');
    for (const word of ['id', 'name', 'tag', 'STATUS', 'TYPE', 'shape', 'path', 'artifact']) {
      expect(texts).toContain(`${word}-stays`);
    }
    expect(texts).toContain('error stays');
    expect(texts).toContain('created stays');
  });

  it('is found once there is much of it, and not while there is little', () => {
    const store = new BuildStore();
    const builds = Array.from({ length: 1000 }, (_, at) => builtOf(at, 'a'));
    store.apply(builds, 1);
    expect(store.isWasteful()).toBe(false);
    store.remove(
      builds.slice(0, 256).map(({ id }) => id),
      2,
    );
    expect(store.isWasteful()).toBe(false);
    store.remove(
      builds.slice(0, 400).map(({ id }) => id),
      3,
    );
    expect(store.isWasteful()).toBe(true);
    expect(cleared(store).store.isWasteful()).toBe(false);
  });

  it('keeps texts within bounds over 20,000 changes of 1.5 kB', () => {
    let store = new BuildStore();
    let most = 0;
    for (let turn = 0; turn < 200; turn += 1) {
      const changed = Array.from({ length: 100 }, (_, at) =>
        fakeBuild(at, {
          artifacts: [fakeArtifact('a', { errorMessage: `${turn} ${at} ${'x'.repeat(1500)}` })],
        }),
      );
      store.apply(changed, turn);
      if (store.isWasteful()) store = cleared(store).store;
      most = Math.max(most, store.columns.textLength);
    }
    expect(store.size).toBe(100);
    expect(most).toBeLessThan(2_000_000);
  });

  it('keeps rows within bounds over many replacements of the whole list', () => {
    let store = new BuildStore();
    for (let turn = 0; turn < 40; turn += 1) {
      const old = Array.from({ length: store.rowCount }, (_, row) => store.idAt(row));
      store.apply(
        Array.from({ length: 300 }, (_, at) => fakeBuild(turn * 300 + at)),
        2 * turn,
      );
      store.remove(old, 2 * turn + 1);
      if (store.isWasteful()) store = cleared(store).store;
      expect(store.rowCount).toBeLessThanOrEqual(600);
    }
    expect(store.size).toBe(300);
  });
});
