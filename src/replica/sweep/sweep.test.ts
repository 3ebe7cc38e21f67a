import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { ModelServer, NO_VICES, type Vices } from '../testing/modelServer.ts';
import { type Happening, SweepDriver } from '../testing/sweepDriver.ts';

const RUNS = 2_000;

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('deliver'), pick: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('serve'), pick: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('fail', 'lose'), pick: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('insert'), count: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('remove'),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      count: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('poll' as const) }) },
);

const size = fc.oneof(fc.constantFrom(0, 1, 2, 99, 100, 101, 105), fc.nat(250));
const cap = fc.oneof(fc.integer({ min: 2, max: 30 }), fc.constantFrom(1, 95, 100, 1000));
const history = fc.array(happening, { maxLength: 60 });

function run(rows: number, vices: Vices, happenings: readonly Happening[]): SweepDriver {
  const driver = new SweepDriver(new ModelServer(rows, vices));
  for (const one of happenings) driver.happen(one);
  driver.settle();
  return driver;
}

/** Walks as the engine does once its time is up, until nothing is left to find. */
function runUntilExact(rows: number, vices: Vices, happenings: readonly Happening[]): SweepDriver {
  const driver = run(rows, vices, happenings);
  for (
    let walk = 0;
    walk < 80 && !(isExact(driver) && (isProven(driver) || walk > 20));
    walk += 1
  ) {
    driver.walkAgain();
  }
  return driver;
}

const isProven = (driver: SweepDriver) => driver.sweep.verdict === 'proven';
const isExact = (driver: SweepDriver) => String(driver.ids) === String(driver.server.ids);

/** Every vice is absent but those given. */
function withVices(given: { [K in keyof Vices]?: fc.Arbitrary<Vices[K]> }): fc.Arbitrary<Vices> {
  return fc.record(given).map((vices) => ({ ...NO_VICES, ...vices }));
}

function check(
  vices: fc.Arbitrary<Vices>,
  part: number,
  holds: (rows: number, vices: Vices, happenings: readonly Happening[]) => void,
): void {
  fc.assert(fc.property(size, vices, history, holds), { numRuns: runs(Math.ceil(RUNS * part)) });
}

const over = fc.constantFrom(0, 0, 1, 7);
const grows = fc.constantFrom<Vices['grows']>('front', 'front', 'end', 'anywhere');
const LONG = 300_000;

describe('the sweep, against a server that moves while it is read', () => {
  it(
    'ends with exactly the builds of the server, and proves it',
    () => {
      const vices = withVices({
        cap,
        over,
        grows,
        ragged: fc.boolean(),
        shuffles: fc.boolean(),
        repeats: fc.constantFrom(0, 0, 3, 5),
      }).filter((given) => !given.ragged || given.repeats === 0);
      check(vices, 0.5, (rows, given, happenings) => {
        const driver = runUntilExact(rows, given, happenings);
        expect(driver.ids).toEqual(driver.server.ids);
        // Ties that never rest between pages of one row leave nothing to prove with.
        if (given.cap > 1 || !given.shuffles) expect(driver.sweep.verdict).toBe('proven');
      });
    },
    LONG,
  );

  it(
    'finds out by one poll at the head that it must walk again',
    () => {
      check(withVices({ cap, over }), 0.2, (rows, given, happenings) => {
        const driver = run(rows, given, happenings);
        // A poll at the head tells whether anything changed since the last proof.
        driver.pollAgain();
        if (!isProven(driver)) driver.walkAgain();
        expect(driver.ids).toEqual(driver.server.ids);
        expect(driver.sweep.verdict).toBe('proven');
        const pages = (driver.server.size + 800) / Math.max(1, given.cap - 5);
        expect(driver.longest).toBeLessThan(3 * pages + 60);
      });
    },
    LONG,
  );

  it(
    'ends with exactly the builds of a server that does not count them',
    () => {
      const vices = withVices({
        cap: fc.oneof(fc.integer({ min: 2, max: 30 }), fc.constantFrom(95, 100, 1000)),
        over,
        grows,
        ragged: fc.boolean(),
        totals: fc.constant('omitted' as const),
      });
      check(vices, 0.15, (rows, given, happenings) => {
        const driver = runUntilExact(rows, given, happenings);
        expect(driver.ids).toEqual(driver.server.ids);
        // Pages of one row share none: without a count nothing proves that they hang together.
        if (!given.ragged) expect(driver.sweep.verdict).toBe('proven');
      });
    },
    LONG,
  );

  it(
    'ends with exactly the builds of a server that counts them wrongly',
    () => {
      const totals = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant('random' as const));
      check(withVices({ cap, over, grows, totals }), 0.15, (rows, given, happenings) => {
        const driver = run(rows, given, happenings);
        for (let walk = 0; walk < 80 && !isExact(driver); walk += 1) driver.walkAgain();
        expect(driver.ids).toEqual(driver.server.ids);
      });
    },
    LONG,
  );

  it(
    'proves nothing that it has not, where pages bring builds twice and leave others out',
    () => {
      const vices = withVices({ cap, over, grows, doubles: fc.integer({ min: 1, max: 40 }) });
      check(vices, 0.15, (rows, given, happenings) => {
        const driver = run(rows, given, happenings);
        for (let walk = 0; walk < 8; walk += 1) {
          driver.walkAgain();
          if (isProven(driver)) expect(driver.ids).toEqual(driver.server.ids);
        }
      });
    },
    LONG,
  );

  it('proves nothing by builds that went while as many others came', () => {
    const remove: Happening = { kind: 'remove', part: 0, count: 9 };
    const history = [{ kind: 'deliver', pick: 0 }, remove, { kind: 'insert', count: 9 }] as const;
    const driver = run(199, { ...NO_VICES, cap: 95, doubles: 19 }, history);
    driver.walkAgain();
    if (isProven(driver)) expect(driver.ids).toEqual(driver.server.ids);
  });

  it(
    'stops, and says that it cannot know, where the API ignores the offset',
    () => {
      const vices = withVices({
        cap: fc.integer({ min: 2, max: 90 }),
        ignoresOffset: fc.constant(true),
        totals: fc.constantFrom('honest' as const, 'omitted' as const, 5),
      });
      check(vices, 0.1, (rows, given, happenings) => {
        const driver = run(rows, given, happenings);
        driver.walkAgain();
        if (driver.server.size > given.cap + 20 && driver.server.size > 2 * given.cap) {
          expect(['unprovable', 'unproven']).toContain(driver.sweep.verdict);
        }
        const first = driver.server.answer({ offset: 0, limit: 100 }).ids;
        expect(driver.ids).toEqual(expect.arrayContaining([...first]));
      });
    },
    LONG,
  );

  it('has all that the first page brings where the API ignores the offset and grows', () => {
    const vices = { ...NO_VICES, cap: 9, totals: 5, ignoresOffset: true };
    const deliver: Happening = { kind: 'deliver', pick: 0 };
    const insert = (count: number): Happening => ({ kind: 'insert', count });
    const remove: Happening = { kind: 'remove', part: 0, count: 1 };
    const history = [deliver, insert(5), deliver, remove, deliver, deliver, insert(9)];
    const driver = run(2, vices, history);
    driver.walkAgain();
    const first = driver.server.answer({ offset: 0, limit: 100 }).ids;
    expect(first).toHaveLength(9);
    expect(driver.ids).toEqual(expect.arrayContaining([...first]));
  });

  it(
    'always comes to an end, whatever the server does',
    () => {
      const vices = fc.record<Vices>({
        cap,
        over,
        grows,
        ragged: fc.boolean(),
        totals: fc.oneof(
          fc.integer({ min: -300, max: 300 }),
          fc.constantFrom('random' as const, 'omitted' as const),
        ),
        shuffles: fc.boolean(),
        repeats: fc.constantFrom(0, 2, 3, 5),
        doubles: fc.constantFrom(0, 1, 2, 7),
        ignoresOffset: fc.boolean(),
      });
      check(vices, 0.2, (rows, given, happenings) => {
        const driver = run(rows, given, happenings);
        for (let walk = 0; walk < 3; walk += 1) driver.walkAgain();
        expect(driver.longest).toBeLessThan(6000);
        expect(new Set(driver.ids).size).toBe(driver.ids.length);
      });
    },
    LONG,
  );
});
