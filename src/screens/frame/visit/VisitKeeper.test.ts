import { beforeEach, describe, expect, it } from 'vitest';
import { buildOf } from '../../../contract/testing/builds.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import { FakeVisibility } from '../../../replica/testing/fakeApi.ts';
import { fakeReplica } from '../../keys/testing/fakeReplica.ts';
import { VisitKeeper } from './VisitKeeper.ts';
import type { Visit } from './visit.ts';
import type { VisitStorage } from './visitStorage.ts';

const MINUTE = 60_000;
const NEWEST = Date.UTC(2026, 10, 26, 17, 40);
const BUILDS = [buildOf('a', { completedAt: new Date(NEWEST).toISOString() })];

/** Storage of a device with one tab. */
class FakeVisits implements VisitStorage {
  readonly marks = new Map<string, number>();
  owned: { key: string; visit: Visit } | null = null;
  kept = false;

  mark = (key: string) => this.marks.get(key) ?? null;
  setMark = (key: string, at: number) => void this.marks.set(key, at);
  own = (key: string) => (this.owned?.key === key ? this.owned.visit : null);
  setOwn = (key: string, visit: Visit) => {
    this.owned = { key, visit };
  };
  keeps = () => this.kept;
  keep = (wanted: boolean) => {
    this.kept = wanted;
  };
}

let visits: FakeVisits;
let visibility: FakeVisibility;
let state: ReturnType<Replica['getState']>;
let listeners: Set<() => void>;
let key: string | null;
let keeper: VisitKeeper;

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** The API answers, and its clock says so. */
async function answer(apiTime: number, more: Partial<typeof state> = {}): Promise<void> {
  state = { ...state, completeness: 'complete', verifying: false, ...more, apiTime };
  for (const listener of listeners) listener();
  await settled();
}

function open(): () => void {
  const { table, getState } = fakeReplica(BUILDS);
  state = getState();
  listeners = new Set();
  keeper = new VisitKeeper({
    visits,
    visibility,
    replica: {
      table,
      getState: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      listKey: () => Promise.resolve(key),
    },
  });
  return keeper.follow();
}

beforeEach(() => {
  visits = new FakeVisits();
  visibility = new FakeVisibility();
  key = 'one';
});

describe('a visit', () => {
  it('is known once the API has answered, and keeps the newest time when it is left', async () => {
    open();
    expect(keeper.get()).toBeNull();
    await answer(NEWEST + MINUTE);
    expect(keeper.get()).toEqual({ mark: null, leftAt: null, dismissed: false });
    expect(visits.marks.size).toBe(0);
    visibility.set(false);
    expect(visits.marks).toEqual(new Map([['one', NEWEST]]));
  });

  it('counts the next time from there, and stays as it is however long it lasts', async () => {
    visits.marks.set('one', NEWEST - MINUTE);
    open();
    await answer(NEWEST);
    await answer(NEWEST + 600 * MINUTE);
    expect(keeper.mark()).toBe(NEWEST - MINUTE);
  });

  it('is another one after 15 minutes out of sight, by the API’s clock alone', async () => {
    visits.marks.set('one', NEWEST - MINUTE);
    open();
    await answer(NEWEST + MINUTE);
    visibility.set(false);
    visibility.set(true);
    // Nothing of what this machine says: the API has not answered yet.
    expect(keeper.mark()).toBe(NEWEST - MINUTE);
    await answer(NEWEST + 16 * MINUTE);
    expect(keeper.mark()).toBe(NEWEST);
  });

  it('goes on after a short look elsewhere, dismissed as it was', async () => {
    visits.marks.set('one', NEWEST - MINUTE);
    open();
    await answer(NEWEST + MINUTE);
    keeper.dismiss(true);
    visibility.set(false);
    visibility.set(true);
    await answer(NEWEST + 3 * MINUTE);
    expect(keeper.get()).toEqual({ mark: NEWEST - MINUTE, leftAt: null, dismissed: true });
  });

  it('goes on after a reload', async () => {
    visits.marks.set('one', NEWEST - MINUTE);
    const end = open();
    await answer(NEWEST + MINUTE);
    visibility.set(false);
    end();
    visibility.set(true);
    open();
    await answer(NEWEST + 2 * MINUTE);
    expect(keeper.mark()).toBe(NEWEST - MINUTE);
  });

  it('takes the later of what two tabs have seen', async () => {
    open();
    await answer(NEWEST + MINUTE);
    visits.marks.set('one', NEWEST + 5 * MINUTE);
    visibility.set(false);
    expect(visits.marks.get('one')).toBe(NEWEST + 5 * MINUTE);
  });

  it('keeps no mark of a list that was never read to its end', async () => {
    open();
    await answer(NEWEST + MINUTE, { completeness: 'loading' });
    visibility.set(false);
    expect(visits.marks.size).toBe(0);
  });

  it('begins anew with another token', async () => {
    visits.marks.set('one', NEWEST - MINUTE);
    open();
    await answer(NEWEST + MINUTE);
    key = 'two';
    await answer(NEWEST + MINUTE, { verifying: true });
    expect(keeper.get()).toBeNull();
    await answer(NEWEST + MINUTE);
    expect(keeper.get()?.mark).toBeNull();
  });

  it('is not followed where the list has no name on this device, nor when that has ended', async () => {
    key = null;
    const end = open();
    await answer(NEWEST);
    visibility.set(false);
    expect(visits.marks.size).toBe(0);
    end();
    expect(listeners.size + visibility.listeners.size).toBe(0);
  });
});
