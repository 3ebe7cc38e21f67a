import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { runs } from '../../lib/testing/runs.ts';
import { type Random, randomFrom } from '../../local-api/demo/random.ts';
import { naiveBatches } from '../testing/naiveBatches.ts';
import { TestStore } from '../testing/TestStore.ts';
import { Batches } from './Batches.ts';

const START = Date.UTC(2026, 10, 24, 9);
const iso = (ms: number) => new Date(START + ms).toISOString();

/** A build of a set, created at `at` seconds and ended at `end`, which may be never so far. */
function member(
  number: number,
  at: number,
  end: number | null,
  changes: Partial<Build> = {},
): Build {
  return buildOf(`b${number}`, {
    imageName: `set.task-${number}`,
    status: end === null ? 'BUILDING' : 'COMPLETED',
    createdAt: iso(at * 1000),
    startedAt: iso(at * 1000),
    completedAt: end === null ? null : iso(end * 1000),
    artifacts: [artifactOf(`a${number}`)],
    ...changes,
  });
}

function read(batches: Batches, store: TestStore) {
  batches.facts(store.table);
  while (!batches.work(8));
  return batches.facts(store.table);
}

const idsOf = (store: TestStore, rows: Iterable<number>) =>
  [...rows].map((row) => store.table.id.at(row)).sort();

/** A push as a client does it: a new build whenever one of the slots is free. */
function push(size: number, slots: number, took: () => number): { created: number; end: number }[] {
  const free = Array.from({ length: slots }, () => 0);
  return Array.from({ length: size }, () => {
    const created = Math.min(...free);
    const end = created + took();
    free[free.indexOf(created)] = end;
    return { created, end };
  });
}

/** What the list holds of a push at a time, in seconds. */
const seenAt = (made: ReturnType<typeof push>, now: number) =>
  made.flatMap(({ created, end }, at) =>
    created > now ? [] : [member(at, created, end > now ? null : end)],
  );

describe('batches', () => {
  it('say no share and no end while 64 are kept in flight (row 25)', () => {
    const made = push(2501, 64, () => 60);
    const last = made.at(-1)?.created ?? 0;
    const now = last + 5;
    const store = new TestStore(seenAt(made, now));
    const batches = new Batches();
    const facts = read(batches, store);
    const [batch] = facts.batches;
    if (batch === undefined) throw new Error('no batch');
    const progress = batches.progress(facts, batch, START + now * 1000);
    expect(progress).toMatchObject({ state: 'submitted', images: 2501, share: null, tookMs: null });
    expect(batches.end(facts, batch, progress, START + now * 1000)).toBeNull();
    // The same two minutes on, when two have ended since the newest was created.
    const endOf = (at: number) => (at < 2437 ? last - 1 : at < 2439 ? last + 60 : null);
    const other = new TestStore(made.map(({ created }, at) => member(at, created, endOf(at))));
    const later = read(batches, other);
    const [same] = later.batches;
    if (same === undefined) throw new Error('no batch');
    const then = START + (last + 130) * 1000;
    expect(same.endedSince).toBe(2);
    const waits = batches.progress(later, same, then);
    expect(waits).toMatchObject({ state: 'submitted', share: null, active: 62 });
    expect(batches.end(later, same, waits, then)).toBeNull();
  });

  it('keep their address whichever member it names, also when they merge (row 33)', () => {
    const made = Array.from({ length: 24 }, (_, at) => member(at, at < 12 ? at : at + 170, at + 1));
    const store = new TestStore(made);
    const batches = new Batches();
    expect(read(batches, store).batches).toHaveLength(2);
    const rows = (id: string) => {
      const bits = batches.mark('batch', id)?.bits ?? new Uint8Array();
      return idsOf(
        store,
        store.rows.filter((row) => bits[row] === 1),
      );
    };
    expect(rows('b3')).toEqual(idsOf(store, store.rowsOf(made.slice(0, 12).map((one) => one.id))));
    store.apply({ builds: [member(99, -5, 1), member(98, 90, 91)], gone: [] });
    const facts = read(batches, store);
    expect(facts.batches).toHaveLength(1);
    expect(facts.batches[0]?.id).toBe('b99');
    expect(rows('b3')).toHaveLength(26);
    expect(rows('b3')).toEqual(rows('b20'));
    expect(rows('nobody')).toEqual([]);
  });

  it('are not held together by a build that no one will ever finish', () => {
    const hours = (late: number) => {
      const first = Array.from({ length: 12 }, (_, at) => member(at, at, at === 0 ? null : at + 1));
      const second = Array.from({ length: 12 }, (_, at) => member(20 + at, late + at, late + 60));
      return read(new Batches(), new TestStore([...first, ...second])).batches.length;
    };
    expect(hours(3599)).toBe(1);
    expect(hours(3601)).toBe(2);
  });

  it('are listed once, with no negative number, when this clock is slow (row 28)', () => {
    const store = new TestStore(Array.from({ length: 12 }, (_, at) => member(at, 600 + at, 700)));
    const batches = new Batches();
    const facts = read(batches, store);
    expect(facts.batches).toHaveLength(1);
    const [batch] = facts.batches;
    if (batch === undefined) throw new Error('no batch');
    const progress = batches.progress(facts, batch, START);
    expect(progress).toMatchObject({ state: 'submitted', endedPerMinute: 0, tookMs: null });
  });

  it('count images by their latest build, and retries apart', () => {
    const failed = member(0, 0, 5, { status: 'FAILED' });
    const again = { ...member(0, 20, 25), id: 'again' };
    const others = Array.from({ length: 9 }, (_, at) => member(at + 1, at + 1, 30 + at));
    const store = new TestStore([failed, ...others, again]);
    const batches = new Batches();
    const facts = read(batches, store);
    const [batch] = facts.batches;
    if (batch === undefined) throw new Error('no batch');
    expect(batches.progress(facts, batch, START + 200_000)).toMatchObject({
      state: 'ended',
      images: 10,
      completed: 10,
      failed: 0,
      retries: 1,
      share: 1,
      tookMs: 38_000,
    });
    expect(batches.pick(facts, store.rowsOf(['b1', 'b2']))).toMatchObject({
      builds: 2,
      batches: [{ builds: 2 }],
    });
  });

  it('end within the range shown, mostly, once they drain', () => {
    const random = randomFrom(9, 'drain');
    const looks: { inside: boolean; width: number }[] = [];
    for (let run = 0; run < 60; run += 1) {
      const made = push(120, 24, () => 240 * Math.exp(0.4 * normal(random)));
      const last = made.at(-1)?.created ?? 0;
      const end = Math.max(...made.map((one) => one.end));
      for (let now = last + 125; now < end; now += 60) {
        const store = new TestStore(seenAt(made, now));
        const batches = new Batches();
        const facts = read(batches, store);
        const [batch] = facts.batches;
        if (batch === undefined) throw new Error('no batch');
        const at = START + now * 1000;
        const progress = batches.progress(facts, batch, at);
        const range = batches.end(facts, batch, progress, at);
        if (range === null) continue;
        const left = (end - now) * 1000;
        looks.push({
          inside: left >= range.from && left <= range.to,
          width: range.to / Math.max(range.from, 60_000),
        });
      }
    }
    const widths = looks.map((one) => one.width).sort((a, b) => a - b);
    expect(looks.length).toBeGreaterThan(60);
    expect(looks.filter((one) => one.inside).length / looks.length).toBeGreaterThan(0.8);
    expect(widths[Math.floor(widths.length / 2)]).toBeLessThanOrEqual(5);
  });

  it('equal a naive reading after any history', () => {
    const one = fc.record({
      number: fc.nat(60),
      at: fc.integer({ min: 0, max: 160 }).map((steps) => steps * 47),
      took: fc.option(fc.integer({ min: -10, max: 4000 })),
      family: fc.constantFrom('set', 'other'),
    });
    const step = fc.record({ made: fc.array(one, { maxLength: 40 }), gone: fc.array(fc.nat(60)) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        const store = new TestStore();
        const batches = new Batches();
        for (const { made, gone } of steps) {
          const builds = made.map(({ number, at, took, family }) =>
            member(number, at, took === null ? null : at + took, {
              imageName: `${family}.task-${number}`,
            }),
          );
          store.apply({ builds, gone: gone.map((number) => `b${number}`) });
          const found = read(batches, store).batches.map(({ rows }) => idsOf(store, rows).join());
          expect(found.sort()).toEqual(
            naiveBatches(store.builds)
              .map((ids) => ids.join())
              .sort(),
          );
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
