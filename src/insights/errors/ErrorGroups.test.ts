import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { runs } from '../../lib/testing/runs.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { builds, histories, NOW } from '../testing/arbitraryBuilds.ts';
import { naiveErrors } from '../testing/naiveErrors.ts';
import { TestStore } from '../testing/TestStore.ts';
import type { ErrorFacts } from './ErrorFacts.ts';
import { ErrorGroups } from './ErrorGroups.ts';
import type { GroupMembers } from './GroupMembers.ts';

const failed = (id: string, errorMessage: string | null, more = {}) =>
  artifactOf(id, { status: 'FAILED', errorMessage, ...more });
const names = (facts: ErrorFacts) => facts.groups.map((one) => [one.kind, one.all.artifacts]);

/** The facts once all texts are read. */
function read(groups: ErrorGroups, store: Pick<TestStore, 'table'>, now = NOW): ErrorFacts {
  groups.facts(store.table, now);
  while (!groups.work(8));
  return groups.facts(store.table, now);
}

const plain = (members: GroupMembers) => ({
  artifacts: members.artifacts,
  images: members.images,
  subjects: Object.fromEntries(members.subjects.map((one) => [one.subject, one.artifacts])),
});

describe('error groups', () => {
  it('make one group of failures without a message (row 15)', () => {
    const store = new TestStore(
      ['', null, ' \n ', '\u0000\u0007'].map((text, at) =>
        buildOf(`b${at}`, { status: 'FAILED', artifacts: [failed('a', text)] }),
      ),
    );
    expect(names(read(new ErrorGroups(), store))).toEqual([['no message', 4]]);
  });

  it('count a FAILED build whose one artifact COMPLETED once, without its warning (row 30)', () => {
    const warned = artifactOf('a', { errorMessage: 'warning: layer cache was not written' });
    const store = new TestStore([buildOf('b', { status: 'FAILED', artifacts: [warned] })]);
    const facts = read(new ErrorGroups(), store);
    expect(names(facts)).toEqual([['no message', 1]]);
    expect(facts).toMatchObject({ artifacts: 1, builds: 1, warnings: 1, unread: 0 });
  });

  it('count a build with two causes in both groups, as 2 artifacts in 1 build (row 31)', () => {
    const artifacts = [
      failed('a', 'no space left on device'),
      failed('b', 'source image not found'),
    ];
    const store = new TestStore([buildOf('b', { status: 'FAILED', artifacts })]);
    const facts = read(new ErrorGroups(), store);
    expect(names(facts)).toEqual([
      ['no space left on device', 1],
      ['source image not found', 1],
    ]);
    expect(facts).toMatchObject({ artifacts: 2, builds: 1 });
  });

  it('move "first seen" when an older row loads late, and never say "back" (row 19)', () => {
    const at = (id: string, day: number) =>
      buildOf(id, {
        status: 'FAILED',
        completedAt: `2026-11-${day}T10:00:00Z`,
        artifacts: [failed('a', 'disk broke', { completedAt: `2026-11-${day}T10:00:00Z` })],
      });
    const old = buildOf('old', { createdAt: '2026-10-01T00:00:00Z' });
    const store = new TestStore([old, at('b1', 22), at('b2', 23)]);
    const groups = new ErrorGroups();
    expect(read(groups, store).groups[0]).toMatchObject({
      first: Date.UTC(2026, 10, 22, 10),
      state: { kind: 'new' },
    });
    store.apply({ builds: [at('b0', 12)], gone: [] });
    expect(read(groups, store).groups[0]).toMatchObject({
      first: Date.UTC(2026, 10, 12, 10),
      last: Date.UTC(2026, 10, 23, 10),
      state: { kind: 'seen' },
    });
  });

  it('say "back" after a silence in which builds of the same images finished', () => {
    const end = (day: number, hour: number) =>
      new Date(Date.UTC(2026, 10, day, hour)).toISOString();
    const broken = (id: string, day: number) =>
      buildOf(id, {
        status: 'FAILED',
        completedAt: end(day, 1),
        artifacts: [failed('a', 'disk broke', { completedAt: end(day, 1) })],
      });
    const good = Array.from({ length: 20 }, (_, at) =>
      buildOf(`g${at}`, { completedAt: end(20, at) }),
    );
    const store = new TestStore([broken('b1', 15), ...good, broken('b2', 22)]);
    const groups = new ErrorGroups();
    expect(read(groups, store).groups[0]?.state).toMatchObject({ kind: 'back' });
    const week = 7 * 86_400_000;
    expect(read(groups, store, Date.UTC(2026, 10, 22, 1) + week).groups[0]?.state).toEqual({
      kind: 'quiet',
      completed: 0,
      images: 1,
    });
    store.apply({ builds: [], gone: ['g0'] });
    expect(read(groups, store).groups[0]?.state).toEqual({ kind: 'seen' });
    store.apply({ builds: [buildOf('g0', { completedAt: end(20, 5) })], gone: [] });
    store.complete = false;
    expect(read(groups, store).groups[0]?.state).toEqual({ kind: 'seen' });
  });

  it('keep facts about the whole list whatever the filter, and count what matches', () => {
    const store = new TestStore([
      buildOf('b1', { status: 'FAILED', artifacts: [failed('a', 'x'), failed('b', 'x')] }),
      buildOf('b2', { status: 'FAILED', imageName: 'other', artifacts: [failed('a', 'x')] }),
      buildOf('b3', { status: 'FAILED', artifacts: [failed('a', 'y')] }),
    ]);
    const groups = new ErrorGroups();
    const facts = read(groups, store);
    const picked = groups.pick(facts, store.rowsOf(['b1']));
    expect(picked.groups).toHaveLength(1);
    expect(picked.groups[0]?.group.all).toMatchObject({ artifacts: 3, builds: 2, images: 2 });
    expect(picked.groups[0]?.matching).toMatchObject({ artifacts: 2, builds: 1, images: 1 });
    expect(picked).toMatchObject({ artifacts: 2, builds: 1, unread: 0 });
  });

  it('narrow the artifacts counted by clauses on artifacts', () => {
    const artifacts = [
      failed('a', 'x is broken'),
      failed('b', 'y is broken', { artifactType: 'VM_SANDBOX' }),
    ];
    const store = new TestStore([buildOf('b1', { status: 'FAILED', artifacts })]);
    const groups = new ErrorGroups();
    const facts = read(groups, store);
    const kindsWith = (...clauses: Parameters<ErrorGroups['pick']>[2] & object) =>
      groups.pick(facts, store.rows, clauses).groups.map((one) => one.group.kind);
    const print = facts.groups.find((one) => one.kind.startsWith('x'))?.fingerprint ?? '';
    const error = (text: string, not = false) =>
      ({ kind: 'text', field: 'error', patterns: [{ match: 'contains', text }], not }) as const;
    const marked = (not: boolean) => ({ kind: 'marked', mark: 'cause', key: print, not }) as const;
    expect(kindsWith({ kind: 'artifact', values: ['vm_sandbox'], not: false })).toEqual([
      'y is broken',
    ]);
    expect(kindsWith(error('X IS'))).toEqual(['x is broken']);
    expect(kindsWith(error('z', true))).toHaveLength(2);
    expect(kindsWith(marked(false))).toEqual(['x is broken']);
    expect(kindsWith(marked(true))).toEqual(['y is broken']);
  });

  it('narrow by a text as a person reads it, and by an exact one letter for letter', () => {
    const artifacts = [
      failed('a', 'no sp\u001b[1mace\u001b[0m\tleft on é'),
      failed('b', 'timeout a*b'),
      failed('c', 'Timeout a*b'),
    ];
    const store = new TestStore([buildOf('b1', { status: 'FAILED', artifacts })]);
    const groups = new ErrorGroups();
    const facts = read(groups, store);
    const counted = (match: 'contains' | 'whole' | 'exact', text: string) =>
      groups.pick(facts, store.rows, [
        { kind: 'text', field: 'error', patterns: [{ match, text }], not: false },
      ]).artifacts;
    expect(counted('contains', 'no space left')).toBe(1);
    expect(counted('contains', 'on e\u0301')).toBe(1);
    expect(counted('whole', 'NO SPACE*É')).toBe(1);
    expect(counted('whole', 'timeout a*b')).toBe(2);
    expect(counted('exact', 'Timeout a*b')).toBe(1);
    expect(counted('exact', 'timeout*')).toBe(0);
  });

  it('are the same object while nothing changed', () => {
    const store = new TestStore([
      buildOf('b', { status: 'FAILED', artifacts: [failed('a', 'x')] }),
    ]);
    const groups = new ErrorGroups();
    const facts = read(groups, store);
    expect(groups.facts(store.table, NOW + 1000)).toBe(facts);
    store.apply({ builds: [buildOf('c')], gone: [] });
    expect(groups.facts(store.table, NOW + 1000)).not.toBe(facts);
  });

  it('forget the texts of another table', () => {
    const groups = new ErrorGroups();
    const table = (text: string, epoch: number) => ({
      table: tableOf([buildOf('b', { status: 'FAILED', artifacts: [failed('a', text)] })], {
        epoch,
      }),
    });
    expect(names(read(groups, table('one', 1)))).toEqual([['one', 1]]);
    expect(names(read(groups, table('two', 2)))).toEqual([['two', 1]]);
  });

  it('mark the builds of a cause, in any case of its key, and none for a cause nobody has', () => {
    const store = new TestStore([
      buildOf('b1', { status: 'FAILED', artifacts: [failed('a', 'x')] }),
      buildOf('b2', { status: 'FAILED', artifacts: [failed('a', 'y')] }),
    ]);
    const groups = new ErrorGroups();
    const print = read(groups, store).groups.find((one) => one.kind === 'x')?.fingerprint ?? '';
    const mark = groups.mark('cause', print.toUpperCase());
    expect([...(mark?.bits ?? [])]).toEqual([1, 0]);
    expect([...(groups.mark('cause', '0000000000000000')?.bits ?? [])]).toEqual([0, 0]);
    expect(groups.mark('slow', print)).toBeNull();
    store.apply({ builds: [buildOf('b3')], gone: [] });
    read(groups, store);
    expect(groups.mark('cause', print)?.version).toBe(mark?.version);
    store.apply({ builds: [], gone: ['b1'] });
    read(groups, store);
    expect(groups.mark('cause', print)?.version).not.toBe(mark?.version);
  });

  it('equal a naive recount after any history', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), fc.boolean(), (steps, complete, large) => {
        const store = new TestStore();
        const groups = new ErrorGroups(large ? 0 : undefined);
        store.complete = complete;
        for (const step of steps) {
          store.apply(step);
          const facts = read(groups, store);
          const naive = naiveErrors(store.builds, NOW, complete);
          const byKind = new Map(naive.map((one) => [one.kind, one]));
          expect(facts.groups).toHaveLength(naive.length);
          for (const group of facts.groups) {
            const { builds, state, kind, first, last, ...counts } = byKind.get(group.kind) ?? {};
            expect([plain(group.all), group.first, group.last]).toEqual([counts, first, last]);
            expect(stateWord(group.state)).toBe(state);
            const bits = groups.mark('cause', group.fingerprint)?.bits ?? [];
            const marked = [...bits].flatMap((bit, row) => (bit ? [store.table.id.at(row)] : []));
            expect(marked.sort()).toEqual(builds);
          }
          const sum = facts.groups.reduce((total, one) => total + one.all.artifacts, 0);
          expect(sum).toBe(facts.artifacts);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('lose no failure from the sum of any selection, read or not', () => {
    fc.assert(
      fc.property(fc.array(builds, { maxLength: 30 }), fc.nat(), (made, seed) => {
        const store = new TestStore(made);
        const rows = store.rows.filter((row) => (row * 7 + seed) % 3 > 0);
        const ids = new Set([...rows].map((row) => store.table.id.at(row)));
        const groups = new ErrorGroups();
        const unread = groups.pick(groups.facts(store.table, NOW), rows);
        const picked = groups.pick(read(groups, store), rows);
        const naive = naiveErrors(
          store.builds.filter(({ id }) => ids.has(id)),
          NOW,
          true,
        );
        const total = naive.reduce((sum, one) => sum + one.artifacts, 0);
        for (const { artifacts, groups: some, unread: rest } of [unread, picked]) {
          expect(artifacts).toBe(total);
          expect(some.reduce((sum, one) => sum + one.matching.artifacts, rest)).toBe(total);
        }
        const counts = picked.groups.map((one) => [one.group.kind, plain(one.matching)]);
        expect(Object.fromEntries(counts)).toEqual(
          Object.fromEntries(
            naive.map(({ kind, artifacts, images, subjects }) => [
              kind,
              { artifacts, images, subjects },
            ]),
          ),
        );
      }),
      { numRuns: runs(100) },
    );
  });
});

function stateWord(state: ErrorFacts['groups'][number]['state']): string {
  if (state.kind !== 'quiet') return state.kind;
  return `quiet, ${state.completed} of ${state.images}`;
}
