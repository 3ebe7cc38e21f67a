import { describe, expect, it } from 'vitest';
import { BuildStore } from '../columns/BuildStore.ts';
import { readStore, snapshotOf } from '../columns/storeSnapshots.ts';
import { fakeBuilds } from '../testing/fakeApi.ts';
import { restoreCopy } from './restoreCopy.ts';

const copyOf = (count: number) => {
  const store = new BuildStore();
  store.apply(fakeBuilds(count), 3);
  return { snapshot: structuredClone(snapshotOf(store)), savedAt: 5, stamp: 7 };
};

describe('a copy', () => {
  it('comes back with its rows, its age and its stamp', () => {
    const restored = restoreCopy(copyOf(3), readStore);
    expect(restored).toMatchObject({ savedAt: 5, stamp: 7 });
    expect(restored?.store.size).toBe(3);
    expect(restored?.store.has('b2')).toBe(true);
  });

  it('that is broken, of another version or empty is none', () => {
    expect(restoreCopy(null, readStore)).toBeNull();
    expect(restoreCopy({ ...copyOf(3), snapshot: null }, readStore)).toBeNull();
    expect(restoreCopy({ ...copyOf(3), snapshot: { version: 1 } }, readStore)).toBeNull();
    expect(restoreCopy(copyOf(0), readStore)).toBeNull();
  });
});
