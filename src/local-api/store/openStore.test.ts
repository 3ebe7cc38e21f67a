import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { openStore, type Store, type StoredBuild } from './openStore.ts';

const stores: Store[] = [];
const opened = () => {
  const store = openStore();
  stores.push(store);
  return store;
};
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

function build(id: string, created: number, body = id): StoredBuild {
  return { id, imageName: 'ubuntu', imageTag: 'latest', status: 'COMPLETED', created, body };
}

it('gives newest first, and ids in order where times are equal', () => {
  const store = opened();
  const account = store.open('t');
  store.put(account, [build('b', 1), build('c', 2), build('a', 1)]);
  expect(store.page(account, 0, 10)).toEqual({ total: 3, bodies: ['c', 'a', 'b'] });
  expect(store.page(account, 1, 1)).toEqual({ total: 3, bodies: ['a'] });
  expect(store.page(account, 3, 1)).toEqual({ total: 3, bodies: [] });
  expect(store.page(account, 0, 0)).toEqual({ total: 3, bodies: [] });
});

it('keeps every page right through any history of changes', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const change = fc.oneof(
    fc.record({ put: fc.array(fc.tuple(ids, fc.integer({ min: 0, max: 6 })), { maxLength: 5 }) }),
    fc.record({ remove: fc.array(ids, { maxLength: 3 }) }),
    fc.record({ offset: fc.nat(9), limit: fc.nat(9) }),
    fc.constant('clear' as const),
  );
  const store = opened();
  const account = store.open('t');
  fc.assert(
    fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
      store.clear(account);
      const model = new Map<string, number>();
      for (const one of [...changes, { offset: 0, limit: 99 }]) {
        if (one === 'clear') {
          store.clear(account);
          model.clear();
        } else if ('put' in one) {
          store.put(
            account,
            one.put.map(([id, created]) => build(id, created)),
          );
          for (const [id, created] of one.put) model.set(id, created);
        } else if ('remove' in one) {
          store.remove(account, one.remove);
          for (const id of one.remove) model.delete(id);
        } else {
          const order = [...model].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
          const wanted = order.slice(one.offset, one.offset + one.limit).map(([id]) => id);
          const page = store.page(account, one.offset, one.limit);
          expect(page).toEqual({ total: model.size, bodies: wanted });
        }
      }
    }),
    { numRuns: runs(150) },
  );
});

it('seeds bit by bit, the last of two with one id, also after a page was read', () => {
  const store = opened();
  const account = store.open('t');
  store.seed(account, [build('a', 1), build('b', 2)]);
  store.seed(account, [build('a', 3), build('c', 1)]);
  expect(store.page(account, 0, 9)).toEqual({ total: 3, bodies: ['a', 'b', 'c'] });
  store.seed(account, [build('b', 0)]);
  expect(store.page(account, 0, 9)).toEqual({ total: 3, bodies: ['a', 'c', 'b'] });
});

it('keeps accounts apart, even where their builds share ids', () => {
  const store = opened();
  const [one, two] = [store.open('one'), store.open('two')];
  store.put(one, [build('same', 1, 'of one')]);
  store.put(two, [build('same', 1, 'of two'), build('more', 2)]);
  store.remove(two, ['more']);
  expect(store.page(one, 0, 9)).toEqual({ total: 1, bodies: ['of one'] });
  expect(store.page(two, 0, 9)).toEqual({ total: 1, bodies: ['of two'] });
});

it('reads a page by index alone: two searches, no scan and no sort', () => {
  expect(opened().plan()).toEqual([
    'SEARCH places USING PRIMARY KEY (account=? AND place>? AND place<?)',
    'SEARCH builds USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});

it('finds a token by its hash and keeps no token', () => {
  const store = opened();
  const account = store.open('pit_secret');
  expect(store.open('pit_secret')).toBe(account);
  expect(store.find('pit_secret')).toBe(account);
  expect(store.find('PIT_SECRET')).toBeNull();
  const kept = JSON.stringify(store.rows('SELECT * FROM accounts'));
  expect(kept).not.toContain('pit_secret');
  // printf pit_secret | sha256sum
  expect(kept).toContain('eb82ba18b238d20ed5ccb7e4b76d8f6f88c8857df61ac2c43b93d207ba75813a');
});

it('changes nothing when a change fails half way', () => {
  const store = opened();
  const account = store.open('t');
  store.put(account, [build('a', 1)]);
  const broken = function* () {
    yield build('b', 2);
    throw new Error('broken off');
  };
  expect(() => store.put(account, broken())).toThrow('broken off');
  expect(store.page(account, 0, 9)).toEqual({ total: 1, bodies: ['a'] });
});
