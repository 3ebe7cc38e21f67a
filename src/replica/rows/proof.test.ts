import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Build, Unreadable } from '../../contract/build.ts';
import { runs } from '../../lib/testing/runs.ts';
import type { Ask } from '../sweep/Ask.ts';
import { finishIfDone, nextSweepAsk, startSweepWalk, sweepAsked } from '../sweep/sweep.ts';
import { fakeBuild } from '../testing/fakeApi.ts';
import { ModelServer, NO_VICES } from '../testing/modelServer.ts';
import { ReplicaRows } from './ReplicaRows.ts';

const MOST_WALKS = 12;

/** One of so many builds cannot be read, 0 for none; one of so many of those has no id. */
interface Faults {
  readonly unread: number;
  readonly nameless: number;
}

const isUnread = (id: number, { unread }: Faults) => unread > 0 && id % unread === 0;

/** A page as the parser reads it. */
function pageOf(server: ModelServer, ask: Ask, faults: Faults) {
  const { ids, total, limit } = server.answer(ask);
  const builds: Build[] = [];
  const unreadable: Unreadable[] = [];
  ids.forEach((id, at) => {
    if (!isUnread(id, faults)) builds.push(fakeBuild(id));
    else if (faults.nameless === 0 || id % faults.nameless > 0)
      unreadable.push({ id: `b${id}`, lost: 'build', field: 'status', problem: 'missing' });
    else {
      const place = `#${ask.offset + at + 1}`;
      unreadable.push({ id: place, lost: 'row', field: 'id', problem: 'missing' });
    }
  });
  const { offset } = ask;
  return { total, offset, limit, status: null, builds, received: ids.length, unreadable };
}

/** Walks over the list as it stands; returns after each whether it is proven. */
function* walks(rows: ReplicaRows, server: ModelServer, faults: Faults) {
  let stamp = 0;
  for (let walk = 0; walk < MOST_WALKS; walk += 1) {
    startSweepWalk(rows.sweep, walk === 0);
    while (rows.sweep.walk) {
      const ask = nextSweepAsk(rows.sweep);
      if (!ask) {
        rows.drop(finishIfDone(rows.sweep), stamp);
        continue;
      }
      stamp += 1;
      sweepAsked(rows.sweep, ask);
      const answer = { page: pageOf(server, ask, faults), stamp, sentAt: stamp };
      rows.merge(ask, answer, rows.sweep.walkNo);
    }
    yield rows.sweep.verdict === 'proven';
  }
}

const vices = fc.record({
  cap: fc.oneof(fc.integer({ min: 2, max: 30 }), fc.constantFrom(100, 1000)),
  over: fc.constantFrom(0, 1, 7),
  doubles: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 })),
});
const faults = fc.record({
  unread: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })),
  nameless: fc.nat(3),
});

it('is of different builds and of those that could not be read, never of rows', () => {
  fc.assert(
    fc.property(fc.nat(150), vices, faults, (size, part, { unread, nameless }) => {
      // A row without an id is told from another by its place alone: nothing shows it to be a double.
      const given = { unread, nameless: part.doubles > 0 ? 0 : nameless };
      const server = new ModelServer(size, { ...NO_VICES, ...part });
      const rows = new ReplicaRows();
      const readable = server.ids.filter((id) => !isUnread(id, given));
      let proven = false;
      for (const isProven of walks(rows, server, given)) {
        proven ||= isProven;
        if (!isProven) continue;
        const ids = [...Array(rows.store.rowCount).keys()]
          .filter((row) => rows.store.isAlive(row))
          .map((row) => rows.store.idAt(row));
        expect(new Set(ids)).toEqual(new Set(readable.map((id) => `b${id}`)));
        expect(rows.store.size + rows.unreadable.size).toBe(size);
      }
      if (part.doubles === 0) expect(proven).toBe(true);
    }),
    { numRuns: runs(300) },
  );
});
