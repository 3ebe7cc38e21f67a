import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { runs } from '../../lib/testing/runs.ts';
import { Batches } from '../batches/Batches.ts';
import { ErrorGroups } from '../errors/ErrorGroups.ts';
import { builds, NOW } from '../testing/arbitraryBuilds.ts';
import { hasTies, naiveCompare } from '../testing/naiveCompare.ts';
import { TestStore } from '../testing/TestStore.ts';
import { CHANGES, type Change } from './Comparison.ts';
import { Comparisons } from './Comparisons.ts';
import { compareCauses } from './compareCauses.ts';
import { parseCompareKey, printCompareKey, type Settled } from './compareKey.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (ms: number) => new Date(NOW + ms).toISOString();
const windowsOf = (middle: number, length: number): Settled => ({
  kind: 'windows',
  windows: {
    before: { from: middle - length, to: middle },
    after: { from: middle, to: middle + length },
  },
});
/** The last day against the day before. */
const DAYS = windowsOf(NOW - DAY, DAY);

/** A build of an image, created `hours` ago, that took a minute. */
function made(id: string, image: string, status: string, hours: number, more: Partial<Build> = {}) {
  return buildOf(id, {
    imageName: image,
    status,
    createdAt: iso(-hours * HOUR),
    startedAt: iso(-hours * HOUR + 1000),
    completedAt: iso(-hours * HOUR + 61_000),
    ...more,
  });
}

function compare(store: TestStore, settled: Settled, ids?: readonly string[]) {
  const comparisons = new Comparisons(new Batches());
  comparisons.facts(store.table);
  while (!comparisons.work(8));
  const facts = comparisons.facts(store.table);
  const rows = ids ? store.rowsOf(ids) : store.rows;
  const picked = comparisons.pick(facts, rows, settled);
  /** The ids that a figure opens. */
  const opens = (counted: Parameters<typeof printCompareKey>[0]['counted']) => {
    const bits = comparisons.mark('compared', printCompareKey({ counted, settled }))?.bits ?? [];
    return [...bits].flatMap((bit, row) => (bit ? [store.table.id.at(row)] : []));
  };
  return { picked, opens };
}

const nameOf = (store: TestStore, row: number | null) =>
  row === null ? null : store.table.build(row).id;
function changes(store: TestStore, settled: Settled, ids?: readonly string[]) {
  const images = compare(store, settled, ids).picked?.compared.images ?? [];
  return images.map(({ change, after, before }) => [change, nameOf(store, after ?? before)]);
}

const PAIRS = new TestStore([
  made('a1', 'a', 'COMPLETED', 30),
  made('a2', 'a', 'FAILED', 3),
  made('b1', 'b', 'FAILED', 30),
  made('b2', 'b', 'COMPLETED', 3),
  made('c1', 'c', 'FAILED', 30),
  made('c2', 'c', 'COMPLETED', 5),
  made('c3', 'c', 'FAILED', 3),
  made('d1', 'd', 'COMPLETED', 3),
  made('e1', 'e', 'FAILED', 40),
  made('f1', 'f', 'COMPLETED', 30),
  made('f2', 'f', 'CANCELLED', 2),
  made('f3', 'f', 'BUILDING', 1),
  made('old', 'a', 'FAILED', 60),
]);

describe('a comparison', () => {
  it('pairs by image: newly broken, newly good, still broken, and those of one side', () => {
    expect(changes(PAIRS, DAYS)).toEqual([
      ['newly-broken', 'a2'],
      ['newly-good', 'b2'],
      ['still-broken', 'c3'],
      ['only-after', 'd1'],
      ['only-before', 'e1'],
      ['only-before', 'f1'],
    ]);
  });

  it('counts builds created in each, unfinished ones apart', () => {
    const { compared } = compare(PAIRS, DAYS).picked ?? {};
    expect(compared?.before).toEqual({
      builds: 5,
      completed: 2,
      failed: 3,
      cancelled: 0,
      unfinished: 0,
      other: 0,
    });
    expect(compared?.after).toMatchObject({ builds: 7, completed: 3, failed: 2, unfinished: 1 });
  });

  it('says what became of an image by the whole list, and shows those of the filter', () => {
    expect(changes(PAIRS, DAYS, ['a2', 'c2', 'b1'])).toEqual([['newly-broken', 'a2']]);
    expect(compare(PAIRS, DAYS, ['a2', 'b1']).picked?.compared.before.builds).toBe(1);
  });

  it('opens the builds that it counts', () => {
    const { opens } = compare(PAIRS, DAYS);
    expect(CHANGES.map(opens)).toEqual([['a2'], ['b2'], ['c3'], [], ['d1'], ['e1', 'f1']]);
  });

  it('compares times over images that say them on both sides, one vote for each', () => {
    const took = (id: string, image: string, hours: number, seconds: number) =>
      made(id, image, 'COMPLETED', hours, {
        completedAt: iso(-hours * HOUR + 1000 + seconds * 1000),
      });
    const store = new TestStore([
      ...[1, 2, 3, 4, 5].flatMap((at) => [
        took(`o${at}`, `i${at}`, 30, 10 * at),
        took(`n${at}`, `i${at}`, 3, 20 * at),
      ]),
      // Many builds of one image, and an image of one side alone.
      ...[1, 2, 3].map((at) => took(`m${at}`, 'i1', 4, 20)),
      took('lone', 'alone', 3, 5000),
      made('bad', 'i1', 'COMPLETED', 3, { completedAt: iso(-4 * HOUR) }),
    ]);
    const { picked, opens } = compare(store, DAYS);
    expect(picked?.compared.durations).toMatchObject({
      images: 5,
      unusable: 1,
      before: 30_000,
      after: 60_000,
    });
    expect(picked?.compared.durations.rows).toHaveLength(13);
    expect(opens('durations')).toHaveLength(13);
    expect(opens('waits')).toHaveLength(14);
    const four = compare(store, DAYS, ['n1', 'n2', 'n3', 'n4']).picked?.compared.durations;
    expect(four).toMatchObject({ images: 4, before: null, after: null });
  });

  it('compares a push with the one before of its family, whichever build names it', () => {
    const push = (from: number, hours: number, status: string) =>
      Array.from({ length: 10 }, (_, at) =>
        made(`p${from + at}`, `set.${at}`, at < 2 ? status : 'COMPLETED', hours + at / 1000),
      );
    const store = new TestStore([
      ...push(0, 90, 'COMPLETED'),
      ...push(10, 50, 'COMPLETED'),
      ...push(20, 5, 'FAILED'),
    ]);
    const { picked, opens } = compare(store, { kind: 'batch', id: 'p24' });
    expect(picked?.pushes?.before.rows).toHaveLength(10);
    expect(picked?.pushes?.before.id.startsWith('p1')).toBe(true);
    expect(opens('newly-broken')).toEqual(['p20', 'p21']);
    expect(opens('still-good')).toHaveLength(8);
    expect(compare(store, { kind: 'batch', id: 'p3' }).picked).toBeNull();
    expect(compare(store, { kind: 'batch', id: 'gone' }).picked).toBeNull();
  });

  it('pairs pushes of one tag each by name, where the tags differ', () => {
    const push = (tag: string, hours: number, status: string) =>
      Array.from({ length: 10 }, (_, at) =>
        made(`${tag}${at}`, `set.${at}`, at === 0 ? status : 'COMPLETED', hours + at / 1000, {
          imageTag: tag,
        }),
      );
    const store = new TestStore([...push('v1', 50, 'COMPLETED'), ...push('v2', 5, 'FAILED')]);
    const { picked, opens } = compare(store, { kind: 'batch', id: 'v25' });
    expect(picked?.byName).toBe(true);
    expect(opens('newly-broken')).toEqual(['v20']);
    expect(opens('still-good')).toHaveLength(9);
    expect(picked?.compared.durations.images).toBe(9);
  });

  it('finds the causes that one side has and the other has not', () => {
    const failing = (id: string, hours: number, error: string) =>
      made(id, id, 'FAILED', hours, {
        artifacts: [
          artifactOf(`${id}x`, { status: 'FAILED', errorMessage: error }),
          artifactOf(`${id}y`, { status: 'FAILED', errorMessage: error }),
        ],
      });
    const store = new TestStore([
      failing('a', 3, 'no space left on device'),
      failing('b', 4, 'no space left on device'),
      failing('c', 30, 'source image not found'),
      failing('d', 30, 'no terminal status after 1800s'),
      failing('e', 2, 'no terminal status after 1800s'),
    ]);
    const groups = new ErrorGroups();
    groups.facts(store.table, NOW);
    while (!groups.work(8));
    const sides = compare(store, DAYS).picked?.sides ?? new Uint8Array(0);
    const causes = compareCauses(groups.facts(store.table, NOW), sides, store.rows);
    expect(causes).toMatchObject({
      onlyAfter: [{ kind: 'no space left on device', after: { artifacts: 4, builds: 2 } }],
      onlyBefore: [{ kind: 'source image not found', before: { artifacts: 2, builds: 1 } }],
      both: 1,
      unread: 0,
    });
  });

  it('counts and pairs as a plain recount does, and opens as many as it counts', () => {
    const lists = fc.uniqueArray(builds, { selector: ({ id }) => id, maxLength: 40 });
    const middles = fc.integer({ min: 1, max: 20 }).map((days) => NOW - days * DAY);
    fc.assert(
      fc.property(lists, middles, fc.integer({ min: 1, max: 12 }), (list, middle, days) => {
        fc.pre(!hasTies(list));
        const settled = windowsOf(middle, days * DAY);
        if (settled.kind !== 'windows') return;
        const store = new TestStore(list);
        const wanted = naiveCompare(list, settled.windows);
        const { picked, opens } = compare(store, settled);
        if (picked === null) throw new Error('nothing was compared');
        const { before, after, images, durations, waits } = picked.compared;
        expect({ before, after }).toEqual({ before: wanted.before, after: wanted.after });
        const said = images.map(({ change, after: is, before: was }) => {
          const { imageName, imageTag } = store.table.build(is ?? was ?? 0);
          return `${change} ${JSON.stringify([imageName, imageTag])}`;
        });
        expect(said.sort()).toEqual(wanted.changes);
        expect(durations).toMatchObject(wanted.durations);
        expect(waits).toMatchObject(wanted.waits);
        const count = (change: Change) => images.filter((one) => one.change === change).length;
        expect(CHANGES.map((change) => opens(change).length)).toEqual(CHANGES.map(count));
        expect(opens('durations')).toHaveLength(durations.rows.length);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('the key of what a figure counts', () => {
  it('reads back as it was written', () => {
    const ids = fc.oneof(fc.constantFrom('a_b', '..', '_'), fc.string({ minLength: 1 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANGES, 'durations' as const, 'waits' as const),
        fc.oneof(
          ids.map((id): Settled => ({ kind: 'batch', id })),
          fc.integer({ min: 0, max: 4e12 }).map((middle) => windowsOf(middle, DAY)),
        ),
        (counted, settled) => {
          const key = { counted, settled };
          expect(parseCompareKey(printCompareKey(key))).toEqual(key);
        },
      ),
    );
  });

  it('is none where it is anything else', () => {
    for (const text of ['', 'newly-broken', 'newly-broken_x_y', 'good_batch_a', 'waits_batch_']) {
      expect(parseCompareKey(text)).toBeNull();
    }
  });
});
