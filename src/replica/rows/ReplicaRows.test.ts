import { beforeEach, describe, expect, it } from 'vitest';
import type { Build, Page, Unreadable } from '../../contract/build.ts';
import { BuildStore } from '../columns/BuildStore.ts';
import { clearedOf } from '../columns/storeSnapshots.ts';
import { finishIfDone, nextSweepAsk, startSweepWalk, sweepAsked } from '../sweep/sweep.ts';
import { fakeBuild, fakeBuilds } from '../testing/fakeApi.ts';
import { ReplicaRows } from './ReplicaRows.ts';

let rows: ReplicaRows;

beforeEach(() => {
  rows = new ReplicaRows();
});

function pageOf(builds: readonly Build[], part: Partial<Page> = {}): Page {
  return {
    total: builds.length,
    offset: 0,
    limit: 100,
    status: null,
    builds,
    received: builds.length + (part.unreadable?.length ?? 0),
    unreadable: [],
    ...part,
  };
}

let stamp = 0;

/** An answer to a poll. */
function see(builds: readonly Build[], part: Partial<Page> = {}, offset = 0) {
  stamp += 1;
  const answer = { page: pageOf(builds, part), stamp, sentAt: stamp * 1000 };
  return rows.merge({ offset, limit: 100 }, answer, rows.sweep.walkNo);
}

/** A walk over a list that one page holds. */
function walk(builds: readonly Build[], part: Partial<Page> = {}) {
  startSweepWalk(rows.sweep, true);
  const ask = nextSweepAsk(rows.sweep);
  if (!ask) throw new Error('nothing to ask');
  sweepAsked(rows.sweep, ask);
  stamp += 1;
  const answer = { page: pageOf(builds, part), stamp, sentAt: stamp * 1000 };
  rows.merge(ask, answer, rows.sweep.walkNo);
  rows.drop([], stamp);
  // A walk of one page ends when the next call is looked for.
  nextSweepAsk(rows.sweep);
}

const bad = (id: string, field = 'imageName'): Unreadable => ({
  id,
  lost: 'build',
  field,
  problem: 'expected text',
});

describe('an answer', () => {
  it('brings rows in its order, and tells the new from the changed', () => {
    const first = see(fakeBuilds(3));
    expect(first).toEqual({ added: [0, 1, 2], changed: [], rows: [0, 1, 2] });
    const changed = fakeBuild(1, { status: 'FAILED' });
    const second = see([fakeBuild(3), changed, fakeBuild(0)]);
    expect(second).toEqual({ added: [3], changed: [1], rows: [3, 1, 2] });
  });

  it('says how many there are and when that was asked, the newest call last', () => {
    expect(rows.total).toBeNull();
    expect(rows.updatedAt).toBeNull();
    see(fakeBuilds(3), { total: 40 });
    const late = { page: pageOf(fakeBuilds(3), { total: 39 }), stamp: 0, sentAt: 1 };
    const { updatedAt } = rows;
    rows.merge({ offset: 0, limit: 100 }, late, rows.sweep.walkNo);
    expect(rows.total).toBe(40);
    expect(rows.updatedAt).toBe(updatedAt);
    see(fakeBuilds(3), { total: 41 });
    expect(rows.total).toBe(41);
    expect(rows.updatedAt).toBe(stamp * 1000);
  });

  it('that does not count leaves the count unknown, but not an empty one past the end', () => {
    see(fakeBuilds(3), { total: 40 });
    see([], { total: null }, 40);
    expect(rows.total).toBe(40);
    see(fakeBuilds(3), { total: null });
    expect(rows.total).toBeNull();
  });

  it('shows where each row stands, and moves it down with what came above', () => {
    const list = fakeBuilds(3);
    see(list, { total: 3 }, 500);
    see([fakeBuild(9)], { total: 5 });
    expect(rows.placesOf([0, 2, 77])).toEqual([
      { row: 0, at: 502 },
      { row: 2, at: 504 },
    ]);
  });

  it('shows whether the list is newest first', () => {
    expect(rows.newestFirst).toBe(true);
    see(fakeBuilds(30).reverse());
    expect(rows.newestFirst).toBe(false);
  });
});

describe('rows that cannot be read', () => {
  it('are told of once each, as they last were, in one list until that changes', () => {
    see(fakeBuilds(2), { unreadable: [bad('x')], total: 3 });
    const unreadable = rows.unreadable.list;
    expect(unreadable).toEqual([bad('x')]);
    see(fakeBuilds(2), { total: 3 });
    expect(rows.unreadable.list).toBe(unreadable);
    see(fakeBuilds(2), { unreadable: [bad('x', 'status'), bad('y')], total: 4 });
    expect(rows.unreadable.list).toEqual([bad('x', 'status'), bad('y')]);
  });

  it('count as rows of the server', () => {
    walk(fakeBuilds(2), { unreadable: [bad('x')], total: 3 });
    expect(rows.sweep.verdict).toBe('proven');
    expect(rows.sweep.seen.size).toBe(3);
    expect(rows.store.size).toBe(2);
  });

  it('are no longer told of once they can be read, and count once', () => {
    walk(fakeBuilds(2), { unreadable: [bad('b7')], total: 3 });
    walk([...fakeBuilds(2), fakeBuild(7)], { total: 3 });
    expect(rows.unreadable.list).toEqual([]);
    expect(rows.sweep.seen.size).toBe(3);
    expect(rows.store.size).toBe(3);
    expect(rows.sweep.verdict).toBe('proven');
  });

  it('that were read before are told of, and count once', () => {
    walk(fakeBuilds(3), { total: 3 });
    see(fakeBuilds(2), { unreadable: [bad('b2')], total: 3 });
    expect(rows.unreadable.list).toEqual([bad('b2')]);
    expect(rows.sweep.seen.size).toBe(3);
    expect(rows.store.size).toBe(3);
  });

  it('that were read before stay as they were, and the list stays proven', () => {
    walk(fakeBuilds(3), { total: 3 });
    for (let turn = 0; turn < 6; turn += 1) {
      walk(fakeBuilds(2), { unreadable: [bad('b2')], total: 3 });
      expect(rows.sweep.verdict).toBe('proven');
    }
    expect(rows.store.has('b2')).toBe(true);
    expect(rows.unreadable.size).toBe(0);
  });

  it('count once where they come twice', () => {
    walk(fakeBuilds(1), { unreadable: [bad('x'), bad('x')], total: 3, received: 3 });
    expect(rows.sweep.verdict).toBe('sought');
    expect(rows.sweep.seen.size).toBe(2);
    expect(rows.unreadable.size).toBe(1);
  });

  it('are told of with all that is wrong, and a field or an artifact alone is no lost build', () => {
    const field: Unreadable = { ...bad('b1', 'startedAt'), lost: 'field' };
    const part: Unreadable = { ...bad('b1', 'artifacts[0].id'), lost: 'artifact' };
    walk(fakeBuilds(3), { unreadable: [field, part], total: 3, received: 3 });
    expect(rows.unreadable.list).toEqual([field, part]);
    expect(rows.unreadable.size).toBe(0);
    expect(rows.sweep.verdict).toBe('proven');
  });

  it('without an id are other ones than a build that is called like their place', () => {
    const nameless: Unreadable = { ...bad('#2'), lost: 'row' };
    walk([fakeBuild(1, { id: '#2' })], { unreadable: [nameless], total: 2 });
    expect(rows.sweep.verdict).toBe('proven');
    expect(rows.unreadable.list).toEqual([nameless]);
    expect(rows.unreadable.size).toBe(1);
    expect(rows.store.size).toBe(1);
  });

  it('go when two proven walks miss them', () => {
    walk(fakeBuilds(2), { unreadable: [bad('x')], total: 3 });
    walk(fakeBuilds(2), { total: 2 });
    expect(rows.unreadable.list).toEqual([bad('x')]);
    walk(fakeBuilds(2), { total: 2 });
    expect(rows.unreadable.list).toEqual([]);
    expect(rows.store.size).toBe(2);
    expect(rows.sweep.seen.size).toBe(2);
  });

  it('are remembered up to a thousand', () => {
    const many = Array.from({ length: 1100 }, (_, at) => bad(`x${at}`));
    see([], { unreadable: many, total: 1100 });
    expect(rows.unreadable.list).toHaveLength(1000);
    see([], { unreadable: [bad('x5', 'status'), bad('more')], total: 1100 });
    expect(rows.unreadable.list).toHaveLength(1000);
    expect(rows.unreadable.list[5]).toEqual(bad('x5', 'status'));
    expect(rows.sweep.seen.size).toBe(1101);
  });
});

describe('a build that comes twice', () => {
  it('on one page is one: what is missing is not proven', () => {
    const [one, two] = fakeBuilds(2);
    if (!one || !two) throw new Error('no builds');
    for (let turn = 0; turn < 8; turn += 1) {
      walk([one, one], { total: 2 });
      expect(rows.sweep.verdict).not.toBe('proven');
    }
    expect(rows.sweep.verdict).toBe('unproven');
    expect(rows.store.size).toBe(1);
    walk([one, two], { total: 2 });
    expect(rows.sweep.verdict).toBe('proven');
  });
});

describe('builds that are gone', () => {
  it('leave the store with the walk that proves it', () => {
    walk(fakeBuilds(4));
    walk(fakeBuilds(3));
    expect(rows.store.size).toBe(4);
    walk(fakeBuilds(3));
    expect(rows.store.size).toBe(3);
    expect(rows.store.has('b3')).toBe(false);
  });
});

describe('a copy', () => {
  it('is taken, counts as a change, and loses what the walks miss', () => {
    const kept = new BuildStore();
    kept.apply(fakeBuilds(4), 1);
    kept.remove(['b2'], 1);
    const { version } = rows;
    rows.restore(kept);
    expect(rows.version).toBeGreaterThan(version);
    expect(rows.store).toBe(kept);
    expect(rows.sweep.seen.size).toBe(3);
    walk(fakeBuilds(2));
    walk(fakeBuilds(2));
    expect(rows.store.size).toBe(2);
    expect(rows.sweep.verdict).toBe('proven');
  });
});

describe('another account', () => {
  it('begins with nothing at all, and with a version that never was', () => {
    walk(fakeBuilds(300).reverse(), { unreadable: [bad('x')], total: 301 });
    const { version, store } = rows;
    rows.wipe();
    expect(rows.version).toBeGreaterThan(version);
    expect(rows.store).not.toBe(store);
    expect(rows.store.size).toBe(0);
    expect(rows.unreadable.list).toEqual([]);
    expect(rows).toMatchObject({ total: null, updatedAt: null, newestFirst: true });
    expect(rows.sweep).toMatchObject({ verdict: 'sought', walk: null, walkNo: 1 });
    expect(rows.placesOf([0])).toEqual([]);
  });

  it('takes answers of walks before as those of none', () => {
    for (let turn = 0; turn < 3; turn += 1) walk(fakeBuilds(3));
    rows.wipe();
    stamp += 1;
    const late = { page: pageOf([fakeBuild(1)]), stamp, sentAt: 1 };
    rows.merge({ offset: 0, limit: 100 }, late, 4);
    startSweepWalk(rows.sweep, true);
    const key = 0;
    expect(rows.sweep.seen.walkOf(key)).toBeLessThan(rows.sweep.walkNo);
  });
});

describe('clearing away', () => {
  /** A walk over any number of pages, to its end: what it found to be gone goes. */
  function walkAll(builds: readonly Build[]): void {
    startSweepWalk(rows.sweep, false);
    for (let ask = nextSweepAsk(rows.sweep); ask; ask = nextSweepAsk(rows.sweep)) {
      sweepAsked(rows.sweep, ask);
      stamp += 1;
      const { offset, limit } = ask;
      const list = builds.slice(offset, offset + limit);
      const page = pageOf(list, { total: builds.length, offset, limit });
      rows.merge(ask, { page, stamp, sentAt: stamp * 1000 }, rows.sweep.walkNo);
    }
    rows.drop(finishIfDone(rows.sweep), stamp);
  }

  /** 400 builds, then only the last 100 of them. */
  function lose(): void {
    const list = fakeBuilds(400);
    walkAll(list);
    for (let turn = 0; turn < 2; turn += 1) walkAll(list.slice(300));
  }

  it('gives the rows that are left new numbers, and forgets the others', () => {
    lose();
    const { table, version } = rows;
    expect([table.size, table.rowCount]).toEqual([100, 400]);
    expect(rows.clearAway(clearedOf)).toBe(true);
    expect(rows.version).toBeGreaterThan(version);
    expect(rows.table).not.toBe(table);
    expect(rows.table.epoch).not.toBe(table.epoch);
    expect([rows.table.size, rows.table.rowCount]).toEqual([100, 100]);
    expect(rows.clearAway(clearedOf)).toBe(false);
  });

  it('keeps the proof, the places and what walks have missed', () => {
    lose();
    const left = fakeBuilds(400).slice(300);
    const places = (of: ReplicaRows) => {
      const all = of.placesOf(Array.from({ length: of.table.rowCount }, (_, row) => row));
      const placed = all.filter(({ row }) => of.table.alive[row] === 1);
      return placed.map(({ row, at }) => `${of.table.id.at(row)} ${at}`).toSorted();
    };
    expect([rows.sweep.verdict, rows.sweep.seen.size]).toEqual(['proven', 100]);
    walkAll(left.slice(1));
    expect(rows.sweep.missed.size).toBe(1);
    const before = places(rows);
    expect(before).toHaveLength(100);
    rows.clearAway(clearedOf);
    expect(places(rows)).toEqual(before);
    expect([rows.sweep.seen.size, rows.sweep.missed.size]).toEqual([100, 1]);
    walkAll(left.slice(1));
    expect(rows.table.rowOf(left[0]?.id ?? '')).toBeUndefined();
    expect(rows.table.size).toBe(99);
    walkAll(left.slice(1));
    expect(rows.sweep.verdict).toBe('proven');
  });

  it('waits for the end of a walk', () => {
    lose();
    startSweepWalk(rows.sweep, false);
    expect(rows.clearAway(clearedOf)).toBe(false);
  });

  it('leaves a list alone of which little is gone', () => {
    const list = fakeBuilds(400);
    walkAll(list);
    for (let turn = 0; turn < 2; turn += 1) walkAll(list.slice(100));
    expect(rows.table.size).toBe(300);
    const { table } = rows;
    expect(rows.clearAway(clearedOf)).toBe(false);
    expect(rows.table).toBe(table);
  });
});
