import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { runs } from '../../lib/testing/runs.ts';
import type { Marks } from '../../list/Marks.ts';
import type { Clause, Query, SortKey, TextClause } from '../../list/Query.ts';
import { BuildStore } from '../columns/BuildStore.ts';
import { builds } from '../testing/arbitraryBuilds.ts';
import { applyHistory, histories } from '../testing/arbitraryHistories.ts';
import { queries } from '../testing/arbitraryQueries.ts';
import { fakeArtifact, fakeBuild, fakeBuilds } from '../testing/fakeApi.ts';
import { type NaiveMark, naiveSelect } from '../testing/naive.ts';
import { readNextLetters } from '../text/nextLetters.ts';
import { Selector } from './Selector.ts';

const NOW = Date.UTC(2026, 10, 3, 12);
const HOUR = 3_600_000;

/** A mark of the tests' own: builds whose id begins with the key. */
const beginsNaively: NaiveMark = (mark, key, { id }) => mark === 'begins' && id.startsWith(key);

const marksOf =
  (store: BuildStore): Marks =>
  (mark, key) => {
    if (mark !== 'begins') return null;
    const ids = Array.from({ length: store.rowCount }, (_, row) => store.idAt(row));
    const bits = Uint8Array.from(ids, (id) => Number(id.startsWith(key)));
    return { bits, version: store.version, movesWithTime: false };
  };

const plainly = (builds: readonly Build[], query: Query, now = NOW) =>
  naiveSelect(builds, query, now, beginsNaively);

/** What a selector answers, with ids in place of rows. */
function answer(store: BuildStore, selector: Selector, query: Query, now = NOW) {
  const { order, ...counts } = selector.select(query, now, marksOf(store));
  return { ids: [...order].map((row) => store.idAt(row)), ...counts };
}

const turned = (query: Query): Query => ({
  clauses: query.clauses,
  sort: query.sort.map((key) => ({ ...key, descending: !key.descending })),
});

const byColumn = (column: SortKey['column'], descending = false): Query => ({
  clauses: [],
  sort: [{ column, descending }],
});

const failed: Clause = { kind: 'status', values: ['failed'], not: false };

describe('Selector', () => {
  it('answers hundreds of queries as a plain look does', () => {
    const list = fc
      .sample(builds, { numRuns: 100, seed: 5 })
      .map((build, at) => ({ ...build, id: `${build.id}${at}` }));
    const store = new BuildStore();
    store.apply(list, 1);
    const selector = new Selector(store);
    for (const query of fc.sample(queries, { numRuns: 250, seed: 5 })) {
      const expected = plainly(list, query, NOW);
      expect(answer(store, selector, query), JSON.stringify(query)).toEqual(expected);
    }
  });

  it('answers as a plain look at every build does, whatever came before', () => {
    fc.assert(
      fc.property(histories, fc.array(queries, { minLength: 1, maxLength: 3 }), (steps, asked) => {
        const store = new BuildStore();
        const selector = new Selector(store);
        const held = new Map<string, Build>();
        for (const step of steps) {
          applyHistory(store, held, [step]);
          for (const query of asked.flatMap((one) => [one, turned(one)])) {
            const expected = plainly([...held.values()], query, NOW);
            expect(answer(store, selector, query)).toEqual(expected);
          }
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('answers as a plain look does while a text is typed, taken back and turned round', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aAbo:1 -/'), maxLength: 5 });
    const fields = fc.constantFrom<TextClause['field'][]>('any', 'image', 'path', 'error', 'id');
    const lists = fc.array(builds, { maxLength: 8 });
    fc.assert(
      fc.property(
        lists,
        letters,
        fields,
        fc.boolean(),
        fc.boolean(),
        (list, text, field, not, rests) => {
          const store = new BuildStore();
          const selector = new Selector(store);
          const held = new Map<string, Build>();
          applyHistory(store, held, [{ builds: list, gone: [], stamp: 1 }]);
          const typed = Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1));
          for (const part of [...typed, ...typed.reverse()]) {
            const patterns = [{ match: 'contains', text: part }] as const;
            const query: Query = {
              clauses: [{ kind: 'text', field, patterns, not }, failed],
              sort: [],
            };
            const expected = plainly([...held.values()], query, NOW);
            expect(answer(store, selector, query)).toEqual(expected);
            if (rests) readNextLetters(() => selector.searches.recent)(Number.POSITIVE_INFINITY);
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('moves the spans of active builds on with the clock', () => {
    fc.assert(
      fc.property(fc.array(builds, { maxLength: 8 }), queries, (list, query) => {
        const store = new BuildStore();
        const selector = new Selector(store);
        const held = new Map<string, Build>();
        applyHistory(store, held, [{ builds: list, gone: [], stamp: 1 }]);
        for (const now of [NOW, NOW + HOUR, NOW + 48 * HOUR, NOW]) {
          const expected = plainly([...held.values()], query, now);
          expect(answer(store, selector, query, now)).toEqual(expected);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('counts any number of clauses', () => {
    const store = new BuildStore();
    const held = new Map<string, Build>();
    const list = fc.sample(builds, { numRuns: 50, seed: 3 });
    applyHistory(store, held, [{ builds: list, gone: [], stamp: 1 }]);
    const clauses = Array.from(
      { length: 300 },
      (_, at): Clause => ({
        kind: 'text',
        field: 'image',
        patterns: [{ match: 'whole', text: at === 299 ? 'a*' : `${at}*` }],
        not: at !== 299,
      }),
    );
    const query = { clauses, sort: [] };
    const expected = plainly([...held.values()], query, NOW);
    expect(answer(store, new Selector(store), query)).toEqual(expected);
  });

  it('gives the same answer again until query, store or a clock that matters change', () => {
    const store = new BuildStore();
    const selector = new Selector(store);
    const [build] = fc.sample(builds, { numRuns: 1, seed: 1 });
    if (!build) throw new Error('no build');
    const active = { ...build, status: 'BUILDING' };
    store.apply([active], 1);
    const first = selector.select(byColumn('image'), NOW);
    expect(selector.select(byColumn('image'), NOW + HOUR)).toBe(first);
    store.apply([active], 2);
    expect(selector.select(byColumn('image'), NOW)).toBe(first);
    store.apply([{ ...active, status: 'FAILED' }], 3);
    const second = selector.select(byColumn('duration'), NOW);
    expect(second).not.toBe(first);
    expect(selector.select(byColumn('duration'), NOW + HOUR)).toBe(second);
    expect(selector.select({ clauses: [failed], sort: [] }, NOW)).not.toBe(second);
  });

  describe('with a build under way', () => {
    const AT_10 = '2026-11-03T10:00:00Z';
    const store = new BuildStore();
    store.apply(
      [
        fakeBuild(1, { status: 'BUILDING', createdAt: AT_10, startedAt: AT_10 }),
        fakeBuild(2, { createdAt: AT_10, startedAt: '2026-11-03T12:30:00Z' }),
        fakeBuild(3, { createdAt: AT_10, startedAt: AT_10, completedAt: '2026-11-03T12:30:00Z' }),
        fakeBuild(4, { status: 'PENDING', createdAt: AT_10 }),
      ],
      1,
    );
    const ids = (query: Query, selector: Selector, now: number) =>
      [...selector.select(query, now).order].map((row) => store.idAt(row));
    const span = (field: 'duration' | 'wait'): Clause => ({
      kind: 'span',
      field,
      from: 2.75 * HOUR,
      to: null,
      not: false,
    });

    it('moves it by its duration and its wait as the clock goes on', () => {
      const selector = new Selector(store);
      const byDuration = byColumn('duration', true);
      expect(ids(byDuration, selector, NOW)).toEqual(['b3', 'b1', 'b2', 'b4']);
      expect(ids(byDuration, selector, NOW + HOUR)).toEqual(['b1', 'b3', 'b2', 'b4']);
      const byWait = byColumn('wait', true);
      expect(ids(byWait, selector, NOW)).toEqual(['b2', 'b4', 'b1', 'b3']);
      expect(ids(byWait, selector, NOW + HOUR)).toEqual(['b4', 'b2', 'b1', 'b3']);
      const second: Query = { clauses: [], sort: [...byColumn('status').sort, ...byWait.sort] };
      ids(second, selector, NOW);
      expect(selector.select(second, NOW + HOUR)).not.toBe(selector.select(second, NOW));
    });

    it('takes it in once it has lasted for long enough', () => {
      const selector = new Selector(store);
      for (const [field, id] of [
        ['duration', 'b1'],
        ['wait', 'b4'],
      ] as const) {
        const query: Query = { clauses: [span(field)], sort: [] };
        expect(ids(query, selector, NOW)).toEqual([]);
        expect(ids(query, selector, NOW + HOUR)).toEqual([id]);
      }
      const stalled: Clause = { kind: 'is', values: ['conflicted', 'stalled'], not: false };
      expect(ids({ clauses: [stalled], sort: [] }, selector, NOW)).toEqual([]);
      expect(ids({ clauses: [stalled], sort: [] }, selector, NOW + 24 * HOUR)).toEqual([
        'b1',
        'b4',
      ]);
    });

    it('gives the same answer at any time to what no clock changes', () => {
      const selector = new Selector(store);
      const active: Clause = { kind: 'is', values: ['active'], not: false };
      for (const query of [byColumn('started'), { clauses: [active, failed], sort: [] }]) {
        expect(selector.select(query, NOW + HOUR)).toBe(selector.select(query, NOW));
      }
    });
  });

  describe('with marks', () => {
    const marked = (key: string, not = false): Query => ({
      clauses: [{ kind: 'marked', mark: 'odd', key, not }],
      sort: [],
    });
    const rowsOf = (selection: { order: Uint32Array }) => [...selection.order].toSorted();
    const store = new BuildStore();
    store.apply(fakeBuilds(6), 1);

    it('asks for the bits again only when a version says so', () => {
      const selector = new Selector(store);
      let mark = { bits: Uint8Array.of(0, 1, 0, 1), version: 1, movesWithTime: false };
      const marks: Marks = (name, key) => (name === 'odd' && key === 'a' ? mark : null);
      const first = selector.select(marked('a'), NOW, marks);
      expect(rowsOf(first)).toEqual([1, 3]);
      mark = { ...mark, bits: Uint8Array.of(1) };
      expect(selector.select(marked('a'), NOW + HOUR, marks)).toBe(first);
      mark = { ...mark, version: 2 };
      expect(rowsOf(selector.select(marked('a'), NOW, marks))).toEqual([0]);
      expect(rowsOf(selector.select(marked('a', true), NOW, marks))).toEqual([1, 2, 3, 4, 5]);
    });

    it('goes with the time where the mark does', () => {
      const selector = new Selector(store);
      let bits = Uint8Array.of(1);
      const marks: Marks = () => ({ bits, version: 1, movesWithTime: true });
      const first = selector.select(marked('a'), NOW, marks);
      bits = Uint8Array.of(0, 1);
      expect(selector.select(marked('a'), NOW, marks)).toBe(first);
      expect(rowsOf(selector.select(marked('a'), NOW + HOUR, marks))).toEqual([1]);
    });

    it('holds for none where nothing knows the mark, and lets facets and counts say so', () => {
      const selector = new Selector(store);
      const none = selector.select(marked('b'), NOW);
      expect([none.order.length, none.withoutClause, none.total]).toEqual([0, [6], 6]);
      expect(none.facets.status.every(({ count }) => count === 0)).toBe(true);
      expect(selector.select(marked('b', true), NOW).order).toHaveLength(6);
    });
  });

  it('finds a text as it is shown, in any field, and leaves it out by its negation', () => {
    const seen = new BuildStore();
    seen.apply(
      [
        fakeBuild(1, {
          imageName: 'cafe\u0301',
          imageTag: 'ﬁle',
          artifacts: [
            fakeArtifact('a\u00a0b', {
              errorMessage: 'no sp\u001b[1mace\u001b[0m\tleft\r\non  device',
              fullImagePath: 'prime/ＡＢ/Cafe\u0301:ﬁle',
            }),
          ],
        }),
        fakeBuild(2),
      ],
      1,
    );
    const selector = new Selector(seen);
    const shown = ['CAFÉ', 'file', 'a b', 'no space left on device', 'ab/café:file', 'café:fi'];
    for (const text of [...shown, 'sp\u001b[1mace left']) {
      for (const not of [false, true]) {
        const patterns = [{ match: 'contains' as const, text }];
        const query: Query = { clauses: [{ kind: 'text', field: 'any', patterns, not }], sort: [] };
        expect([...selector.select(query, NOW).order], text).toEqual([not ? 1 : 0]);
      }
    }
  });

  it.each([
    ['image', 'App', 1],
    ['image', 'app', 0],
    ['tag', 'V1', 1],
    ['tag', 'v1', 0],
    ['path', 'p/App:V1', 1],
    ['path', 'p/app:V1', 0],
    ['error', 'No*', 1],
    ['error', 'no*', 0],
    ['id', 'B1', 0],
    ['id', 'b1', 1],
    ['id', 'A', 1],
    ['any', 'App:V1', 1],
    ['any', 'app:v1', 0],
    ['any', 'No*', 1],
    ['any', 'No', 0],
  ] as const)('tells case in an exact %s %s', (field, text, count) => {
    const seen = new BuildStore();
    const artifact = fakeArtifact('A', { errorMessage: 'No*', fullImagePath: 'p/App:V1' });
    seen.apply([fakeBuild(1, { imageName: 'App', imageTag: 'V1', artifacts: [artifact] })], 1);
    const patterns = [{ match: 'exact' as const, text }];
    const query: Query = { clauses: [{ kind: 'text', field, patterns, not: false }], sort: [] };
    expect(new Selector(seen).select(query, NOW).order).toHaveLength(count);
  });

  it('sorts once for both directions, and for any filter', () => {
    const store = new BuildStore();
    store.apply(fakeBuilds(20), 1);
    const selector = new Selector(store);
    const sorts = vi.spyOn(store.columns.ranked.tags, 'ranks', 'get');
    const rows = [...selector.select(byColumn('tag'), NOW).order];
    expect([...selector.select(byColumn('tag', true), NOW).order]).toEqual(rows.toReversed());
    selector.select({ ...byColumn('tag', true), clauses: [failed] }, NOW);
    expect(sorts).toHaveBeenCalledTimes(1);
    selector.select(byColumn('image'), NOW);
    selector.select(byColumn('tag'), NOW);
    expect(sorts).toHaveBeenCalledTimes(2);
  });

  it('copies no order of which every build matches', () => {
    const store = new BuildStore();
    store.apply(fakeBuilds(20), 1);
    const selector = new Selector(store);
    expect(selector.select({ clauses: [], sort: [] }, NOW).order).toBe(store.defaultOrder());
    expect(selector.select({ clauses: [], sort: [] }, NOW).total).toBe(20);
  });

  it('tells an infinite bound from none', () => {
    const store = new BuildStore();
    store.apply(fakeBuilds(3), 1);
    const selector = new Selector(store);
    const created = (from: number | null): Query => ({
      clauses: [{ kind: 'time', field: 'created', from, to: null, not: false }],
      sort: [],
    });
    expect(selector.select(created(null), NOW).order).toHaveLength(3);
    expect(selector.select(created(Number.POSITIVE_INFINITY), NOW).order).toHaveLength(0);
    expect(selector.select(created(Number.NEGATIVE_INFINITY), NOW).order).toHaveLength(3);
  });

  it('says of a long list alone that a text is still to be searched', () => {
    const text: Clause = {
      kind: 'text',
      field: 'any',
      patterns: [{ match: 'contains', text: 'image-1' }],
      not: false,
    };
    const store = new BuildStore();
    store.apply(fakeBuilds(16_384), 1);
    const selector = new Selector(store);
    expect(selector.isPrepared([failed, text])).toBe(true);
    store.apply([fakeBuild(16_384)], 2);
    expect(selector.isPrepared([failed])).toBe(true);
    expect(selector.isPrepared([failed, text])).toBe(false);
    selector.prepare([text], NOW);
    expect(selector.isPrepared([failed, text])).toBe(true);
    const other = (wanted: string): Clause => ({
      ...text,
      patterns: [{ match: 'contains', text: wanted }],
    });
    expect(selector.isPrepared([other('image-12')])).toBe(false);
    expect(selector.isPrepared([other('image-12')], true)).toBe(true);
    expect(selector.isPrepared([other('mage-1')], true)).toBe(false);
  });

  it('does not filter again for a sort', () => {
    const store = new BuildStore();
    const selector = new Selector(store);
    store.apply(fc.sample(builds, { numRuns: 30, seed: 5 }), 1);
    const { facets } = selector.select({ clauses: [failed], sort: [] }, NOW);
    const sorted = selector.select({ ...byColumn('tag'), clauses: [failed] }, NOW);
    expect(sorted.facets).toBe(facets);
  });

  it('leaves an order it gave as it was', () => {
    const store = new BuildStore();
    const selector = new Selector(store);
    const list = fc.sample(builds, { numRuns: 40, seed: 9 });
    store.apply(list.slice(0, 20), 1);
    const { order } = selector.select({ clauses: [], sort: [] }, NOW);
    const before = [...order];
    store.apply(list, 2);
    store.remove([list[0]?.id ?? ''], 3);
    selector.select({ clauses: [], sort: [] }, NOW);
    selector.select(byColumn('created'), NOW);
    expect([...order]).toEqual(before);
  });

  it('answers as a plain look does over thousands of builds', () => {
    const [many = []] = fc.sample(fc.array(builds, { minLength: 2500, maxLength: 2500 }), {
      numRuns: 1,
      seed: 7,
    });
    const list = many.map((build, at) => ({ ...build, id: `c${at * 7919}` }));
    const store = new BuildStore();
    const selector = new Selector(store);
    const asked = fc.sample(queries, { numRuns: 12, seed: 7 });
    for (const size of [1000, 2500]) {
      store.apply(list.slice(0, size), size);
      for (const query of asked) {
        const expected = plainly(list.slice(0, size), query, NOW);
        expect(answer(store, selector, query)).toEqual(expected);
      }
    }
  });
});
