import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { runs } from '../../lib/testing/runs.ts';
import { rateWords } from '../rates.ts';
import { builds, histories, NOW } from '../testing/arbitraryBuilds.ts';
import { type NumberedBuild, naiveName } from '../testing/naiveImages.ts';
import { TestStore } from '../testing/TestStore.ts';
import { countActive } from './countActive.ts';
import type { ImageFacts } from './ImageFacts.ts';
import { ImageNames } from './ImageNames.ts';
import type { NameHistory } from './NameHistory.ts';
import { isOutcomeClause } from './pickImages.ts';
import { pushAgain } from './pushAgain.ts';

const hour = (at: number) => new Date(Date.UTC(2026, 10, 23, at)).toISOString();

/** A build that ended at an hour, with one artifact like it. */
function ended(id: string, status: string, at: number, changes: Partial<Build> = {}): Build {
  const fullImagePath = status === 'COMPLETED' ? `prime/ada/app:${id}` : null;
  const completedAt = hour(at);
  return buildOf(id, {
    status,
    createdAt: hour(at - 1),
    startedAt: hour(at - 1),
    completedAt,
    artifacts: [artifactOf(`${id}a`, { status, fullImagePath, completedAt })],
    ...changes,
  });
}

function read(names: ImageNames, store: TestStore) {
  names.facts(store.table);
  while (!names.work(8));
  return names.facts(store.table);
}

function only(...made: readonly Build[]): NameHistory {
  const facts = read(new ImageNames(), new TestStore(made));
  const [history] = facts.names.filter((one) => one !== undefined);
  if (history === undefined) throw new Error('no name');
  return history;
}

describe('image names', () => {
  it('count good and failed builds, and no others, in the rate (row 17)', () => {
    const history = only(
      ...[1, 2, 3, 4].map((at) => ended(`g${at}`, 'COMPLETED', at)),
      ended('f', 'FAILED', 5),
      ...[6, 7, 8].map((at) => ended(`c${at}`, 'CANCELLED', at)),
      ended('p', 'PAUSED', 9),
    );
    expect(rateWords(history.outcomes)).toBe('4 of 5');
    expect(history).toMatchObject({ cancelled: 3, other: 1, builds: 9 });
  });

  it('are broken since the first failure after the last success (row 20)', () => {
    const history = only(
      ended('a', 'FAILED', 1),
      ended('b', 'COMPLETED', 2),
      ended('c', 'CANCELLED', 3),
      ended('d', 'FAILED', 4),
      ended('e', 'FAILED', 5),
    );
    expect(history).toMatchObject({ state: 'broken', brokenSince: Date.UTC(2026, 10, 23, 4) });
    expect(history.types[0]?.lastGood?.path).toBe('prime/ada/app:b');
  });

  it('keep the older path when the newest success has none (row 21)', () => {
    const without = { artifacts: [artifactOf('x', { completedAt: hour(9) })] };
    const history = only(ended('a', 'COMPLETED', 1), ended('b', 'COMPLETED', 9, without));
    expect(history.state).toBe('good');
    expect(history.types[0]?.lastGood).toMatchObject({ path: 'prime/ada/app:a', tag: 'v1' });
  });

  it('have no duration of reversed times, and say so (row 22)', () => {
    const { durations } = only(
      ended('a', 'COMPLETED', 1, { startedAt: hour(2) }),
      ended('b', 'COMPLETED', 3),
    );
    expect(durations).toMatchObject({ unusable: 1, spread: { count: 1, largest: 3_600_000 } });
  });

  it('call a build of ten days stalled, not running (row 23)', () => {
    const store = new TestStore([
      ended('a', 'BUILDING', 1, { createdAt: '2026-11-13T00:00:00Z', completedAt: null }),
      ended('b', 'PENDING', 22, { completedAt: null }),
    ]);
    const history = read(new ImageNames(), store).names.find((one) => one !== undefined);
    const active = history?.active ?? [];
    expect(countActive(store.table, active, NOW)).toEqual({ active: 1, stalled: 1 });
    expect(countActive(store.table, active, NOW + 86_400_000)).toEqual({ active: 0, stalled: 2 });
    expect(history).toMatchObject({ state: 'untried', outcomes: { completed: 0, failed: 0 } });
  });

  it('show the last good of the whole list under status=FAILED (row 29)', () => {
    const store = new TestStore([ended('a', 'COMPLETED', 1), ended('b', 'FAILED', 2)]);
    const names = new ImageNames();
    const facts = read(names, store);
    const picked = names.pick(facts, store.rowsOf(['b']));
    expect(picked.images).toHaveLength(1);
    expect(picked.images[0]).toMatchObject({ builds: 1, outcomes: { completed: 1, failed: 1 } });
    expect(picked.images[0]?.image.types[0]?.lastGood?.path).toBe('prime/ada/app:a');
    const rated = names.pick(facts, store.rowsOf(['b']), store.rowsOf(['a']));
    expect(rated.images[0]?.outcomes).toEqual({ completed: 1, failed: 0 });
  });

  it('take the worst of their types, and say what never completed', () => {
    const vm = artifactOf('v', { artifactType: 'VM_SANDBOX', status: 'FAILED' });
    const both = { artifacts: [artifactOf('c', { fullImagePath: 'p' }), vm] };
    const history = only(ended('a', 'FAILED', 1, both), ended('b', 'FAILED', 2, both));
    expect(history).toMatchObject({ state: 'never', brokenTags: 1 });
    expect(history.types).toMatchObject([
      { type: 'CONTAINER_IMAGE', state: 'good', completed: 2 },
      { type: 'VM_SANDBOX', state: 'never', failed: 2, lastGood: null },
    ]);
  });

  it('show their last 20 builds by end, then the active ones', () => {
    const many = Array.from({ length: 25 }, (_, at) => ended(`b${at}`, 'COMPLETED', 30 - at));
    const active = ended('now', 'BUILDING', 1, { completedAt: null });
    const store = new TestStore([active, ...many]);
    const history = read(new ImageNames(), store).names.find((one) => one !== undefined);
    const strip = [...(history?.strip ?? [])].map((row) => store.table.id.at(row));
    expect(strip).toEqual([...Array.from({ length: 20 }, (_, at) => `b${19 - at}`), 'now']);
  });

  it('leave outcomes out of rates', () => {
    const not = false;
    const of = (kind: 'status' | 'artifact') => isOutcomeClause({ kind, values: ['x'], not });
    expect([of('status'), of('artifact')]).toEqual([true, false]);
    const text = (field: 'error' | 'image') =>
      isOutcomeClause({ kind: 'text', field, patterns: [], not });
    expect([text('error'), text('image')]).toEqual([true, false]);
    const mark = (name: string) => isOutcomeClause({ kind: 'marked', mark: name, key: '', not });
    expect([mark('broken'), mark('cause'), mark('batch')]).toEqual([true, true, false]);
  });
});

describe('push again', () => {
  const push = (store: TestStore, ids: readonly string[]) =>
    pushAgain(read(new ImageNames(), store), store.rowsOf(ids), NOW);

  it('leaves out what is being built again, and says so (row 32)', () => {
    const again = ended('b', 'BUILDING', 20, { completedAt: null });
    const store = new TestStore([ended('a', 'FAILED', 2), again]);
    expect(push(store, ['a'])).toMatchObject({
      lines: [],
      builds: 0,
      builtAgain: [{ name: 'app', tag: 'v1', builds: 1 }],
    });
    const stalled = { ...again, createdAt: '2026-11-20T00:00:00Z' };
    const older = new TestStore([
      ended('a', 'FAILED', 2, { createdAt: '2026-11-19T00:00:00Z' }),
      stalled,
    ]);
    expect(push(older, ['a']).lines).toHaveLength(1);
  });

  it('keeps an image whose only active build is older than its failure', () => {
    const before = ended('b', 'BUILDING', 20, { completedAt: null });
    const store = new TestStore([ended('a', 'FAILED', 22), before]);
    expect(push(store, ['a'])).toMatchObject({ lines: [{ builds: 1 }], builtAgain: [] });
  });

  it('leaves out what has been good since, and counts the builds of each line', () => {
    const store = new TestStore([
      ended('a', 'FAILED', 1),
      ended('b', 'COMPLETED', 2),
      ended('c', 'FAILED', 3, { imageTag: 'v2' }),
      ended('d', 'FAILED', 4, { imageTag: 'v2' }),
    ]);
    expect(push(store, ['a', 'b', 'c', 'd'])).toMatchObject({
      lines: [{ tag: 'v2', builds: 2, row: store.table.rowOf('d') }],
      builds: 2,
      goodSince: [{ tag: 'v1', builds: 1 }],
      builtAgain: [],
    });
  });

  it('counts a status that differs in case only as the known one', () => {
    const words = ['Failed', 'failed', 'FAILURE'];
    const made = words.map((status, at) => ended(`${at}`, status, at, { imageTag: `v${at}` }));
    made.push(ended('again', 'Building', 9, { completedAt: null }));
    const { lines } = push(new TestStore(made), ['0', '1', '2']);
    expect(lines.map(({ tag }) => tag)).toEqual(['v0', 'v1']);
    const history = only(...made);
    expect(history).toMatchObject({ outcomes: { failed: 2, completed: 0 }, other: 1 });
    expect(history.active).toHaveLength(1);
  });

  it('names of each line a FAILED build, also of what has been good since', () => {
    const store = new TestStore([
      ended('a', 'FAILED', 1),
      ended('b', 'FAILED', 2),
      ended('c', 'COMPLETED', 3),
    ]);
    expect(push(store, ['c', 'b', 'a']).goodSince).toMatchObject([
      { builds: 2, row: store.table.rowOf('b') },
    ]);
  });

  it('has a line for each build that is:broken marks and no one builds again', () => {
    fc.assert(
      fc.property(fc.array(builds, { maxLength: 40 }), (made) => {
        const store = new TestStore(made);
        const names = new ImageNames();
        const facts = read(names, store);
        const bits = names.mark('broken', '')?.bits ?? new Uint8Array();
        const marked = store.rows.filter((row) => bits[row] === 1);
        const { lines, goodSince, builtAgain } = pushAgain(facts, marked, NOW);
        expect(goodSince).toEqual([]);
        expect(lines.length + builtAgain.length).toBe(marked.length);
        expect(new Set([...lines, ...builtAgain].map((one) => one.row))).toEqual(new Set(marked));
      }),
    );
  });
});

describe('image names after any history', () => {
  it('equal a naive recount over the raw builds', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const store = new TestStore();
        const names = new ImageNames();
        for (const step of steps) {
          store.apply(step);
          const facts = read(names, store);
          const known = facts.names.filter((one) => one !== undefined);
          const raw = numbered(store);
          const own = (name: string) => raw.filter((one) => one.imageName === name);
          expect(known.map((one) => one.name).sort()).toEqual(
            [...new Set(raw.map((one) => one.imageName))].sort(),
          );
          const bits = names.mark('broken', '')?.bits ?? [];
          const marked = [...bits].flatMap((bit, row) => (bit ? [store.table.id.at(row)] : []));
          const broken = known.flatMap((one) => naiveName(own(one.name)).broken);
          expect(marked.sort()).toEqual(broken.sort());
          for (const one of known) expectNaive(one, store, own(one.name));
          for (const one of known) expectColumns(facts, one);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('image names of any selection', () => {
  it('lose no build from the sum, read or not', () => {
    fc.assert(
      fc.property(fc.array(builds, { maxLength: 40 }), fc.nat(), (made, seed) => {
        const store = new TestStore(made);
        const rows = store.rows.filter((row) => (row * 7 + seed) % 3 > 0);
        const names = new ImageNames();
        const unread = names.pick(names.facts(store.table), rows);
        const picked = names.pick(read(names, store), rows);
        expect(picked.unread).toBe(0);
        for (const { images, builds: total, unread: rest } of [unread, picked]) {
          expect(total).toBe(rows.length);
          expect(images.reduce((sum, one) => sum + one.builds, rest)).toBe(rows.length);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

function numbered(store: TestStore): NumberedBuild[] {
  return store.builds.map((build) => ({ ...build, row: store.table.rowOf(build.id) ?? -1 }));
}

/** What names are counted and put in order by is what they say. */
function expectColumns({ columns, codeOf }: ImageFacts, one: NameHistory): void {
  const { code, outcomes, types } = one;
  expect(codeOf(one.name)).toBe(code);
  expect(columns.brokenSince[code]).toBe(one.brokenSince ?? Number.NaN);
  expect(columns.median[code]).toBe(one.durations.spread.median ?? Number.NaN);
  expect(columns.completed[code]).toBe(outcomes.completed);
  expect(columns.failed[code]).toBe(outcomes.failed);
  const paths = types.flatMap(({ lastGood }) => lastGood?.path ?? []);
  expect(columns.paths[code]).toBe(new Set(paths).size);
}

function expectNaive(one: NameHistory, store: TestStore, raw: readonly NumberedBuild[]): void {
  const naive = naiveName(raw);
  expect(one).toMatchObject({
    state: naive.state,
    outcomes: { completed: naive.completed, failed: naive.failed },
    cancelled: naive.cancelled,
    builds: raw.length,
    brokenTags: naive.broken.length,
    durations: { unusable: naive.unusable, spread: { count: naive.usable } },
  });
  expect(one.types).toHaveLength(naive.lanes.size);
  for (const { lastGood, ...type } of one.types) {
    const { lastGood: good, ...lane } = naive.lanes.get(type.type) ?? {};
    expect(type).toEqual(lane);
    expect(lastGood === null ? null : { ...lastGood, row: 0 }).toEqual(
      good ? { ...good, row: 0 } : null,
    );
  }
  const strip = [...one.strip].filter((row) => !one.active.includes(row));
  expect(strip.map((row) => store.table.id.at(row))).toEqual(naive.strip);
}
