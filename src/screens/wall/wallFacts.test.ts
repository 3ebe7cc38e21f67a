import fc from 'fast-check';
import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { Batches } from '../../insights/batches/Batches.ts';
import { ErrorGroups } from '../../insights/errors/ErrorGroups.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import { builds, NOW } from '../../insights/testing/arbitraryBuilds.ts';
import { TestStore } from '../../insights/testing/TestStore.ts';
import { runs } from '../../lib/testing/runs.ts';
import { countActiveRows } from './countActiveRows.ts';
import { failingNames } from './failingNames.ts';
import { liveBatches } from './liveBatches.ts';
import { failureText, newestFailures } from './newestFailures.ts';

const HOUR = 3_600_000;
/** In place of a time that is not known. */
const UNKNOWN = Number.NEGATIVE_INFINITY;
const iso = (ms: number) => new Date(NOW + ms).toISOString();

/** A build of `name` that ended `hours` ago. */
function ended(id: string, name: string, status: string, hours: number, errorMessage = '') {
  const times = {
    createdAt: iso(-hours * HOUR - 60_000),
    startedAt: iso(-hours * HOUR - 60_000),
    completedAt: iso(-hours * HOUR),
  };
  const artifacts = [artifactOf(`${id}a`, { ...times, status, errorMessage })];
  return buildOf(id, { imageName: name, status, ...times, artifacts });
}

function errorsOf(store: TestStore, now = NOW) {
  const groups = new ErrorGroups();
  groups.facts(store.table, now);
  while (!groups.work(8));
  return groups.facts(store.table, now);
}

function namesOf(store: TestStore, ids?: readonly string[]) {
  const names = new ImageNames();
  names.facts(store.table);
  while (!names.work(8));
  return names.pick(names.facts(store.table), ids ? store.rowsOf(ids) : store.rows);
}

it('lists the images that fail, the longest first, by the whole list whatever the filter', () => {
  const store = new TestStore([
    ended('a1', 'web', 'COMPLETED', 9),
    ended('a2', 'web', 'FAILED', 3),
    ended('a3', 'web', 'FAILED', 1),
    ended('b1', 'db', 'FAILED', 5),
    ended('c1', 'ok', 'FAILED', 5),
    ended('c2', 'ok', 'COMPLETED', 4),
  ]);
  const said = (ids?: readonly string[]) =>
    failingNames(namesOf(store, ids)).map(({ image, since }) => [image.name, (NOW - since) / HOUR]);
  expect(said()).toEqual([
    ['db', 5],
    ['web', 3],
  ]);
  expect(said(['a3', 'c1'])).toEqual([['web', 3]]);
});

it('gives the newest failures of the filter, each build once, with its cause', () => {
  const store = new TestStore([
    ended('a', 'web', 'FAILED', 3, 'no space left on device'),
    ended('b', 'db', 'FAILED', 1, 'source image not found'),
    ended('c', 'ok', 'COMPLETED', 0.5),
    ended('d', 'late', 'FAILED', -2, 'source image not found'),
  ]);
  const facts = errorsOf(store);
  const newest = newestFailures(facts, store.rows, NOW, 2);
  expect(newest.map(({ row, cause }) => [store.table.id.at(row), cause])).toEqual([
    ['d', 'source image not found'],
    ['b', 'source image not found'],
  ]);
  expect(newest.map(({ text }) => store.table.texts.errors.at(text))).toEqual([
    'source image not found',
    'source image not found',
  ]);
  expect(newest[0]?.time).toBe(NOW);
  const filtered = newestFailures(facts, store.rowsOf(['a', 'c']), NOW, 2);
  expect(filtered.map(({ row }) => store.table.id.at(row))).toEqual(['a']);
});

it('says the cause, and the line itself where the cause leaves things out', () => {
  const line = 'write /var/lib/layer.tar: no space left on device';
  expect(failureText('write <path>: no space left on device', line)).toBe(line);
  expect(failureText('pip: no such package version', line)).toBe('pip: no such package version');
  expect(failureText('no message', '')).toBe('no message');
  expect(failureText('exited after <duration>', null)).toBe('exited after <duration>');
});

it('gives the same newest failures as a sort of all of them', () => {
  fc.assert(
    fc.property(
      fc.array(builds, { maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (some, most) => {
        const store = new TestStore(some);
        const facts = errorsOf(store);
        const { failures } = facts;
        const times = new Map<number, number>();
        for (let at = 0; at < failures.count; at += 1) {
          const row = failures.row[at] ?? 0;
          const time = failures.time[at] ?? Number.NaN;
          const known = Number.isNaN(time) ? UNKNOWN : Math.min(time, NOW);
          times.set(row, Math.max(times.get(row) ?? UNKNOWN, known));
        }
        const wanted = [...times.values()].sort((a, b) => (a === b ? 0 : b - a)).slice(0, most);
        const newest = newestFailures(facts, store.rows, NOW, most);
        expect(newest.map(({ time }) => (Number.isNaN(time) ? UNKNOWN : time))).toEqual(wanted);
        expect(new Set(newest.map(({ row }) => row)).size).toBe(newest.length);
      },
    ),
    { numRuns: runs(200) },
  );
});

it('counts what is active and not stalled, of the filter', () => {
  const store = new TestStore([
    buildOf('a', { status: 'BUILDING', createdAt: iso(-HOUR) }),
    buildOf('b', { status: 'pending', createdAt: iso(-HOUR) }),
    buildOf('c', { status: 'BUILDING', createdAt: iso(-30 * HOUR) }),
    buildOf('d', { status: 'PAUSED', createdAt: iso(-HOUR) }),
  ]);
  expect(countActiveRows(store.table, store.rows, NOW)).toBe(2);
  expect(countActiveRows(store.table, store.rowsOf(['b', 'c']), NOW)).toBe(1);
});

it('shows the pushes of the filter that are under way, and no share while one is submitted', () => {
  const member = (family: string, at: number, minutes: number, status: string) =>
    buildOf(`${family}${at}`, {
      imageName: `${family}.${at}`,
      status,
      createdAt: iso(-minutes * 60_000),
      startedAt: iso(-minutes * 60_000),
      completedAt: status === 'COMPLETED' ? iso(-(minutes - 1) * 60_000) : null,
    });
  const push = (family: string, minutes: number, status: string) =>
    Array.from({ length: 12 }, (_, at) =>
      member(family, at, minutes, at < 3 ? status : 'COMPLETED'),
    );
  const store = new TestStore([
    ...push('new', 1.5, 'BUILDING'),
    ...push('past', 60, 'FAILED'),
    ...push('orphan', 60 * 30, 'BUILDING'),
  ]);
  const batches = new Batches();
  batches.facts(store.table);
  while (!batches.work(8));
  const facts = batches.facts(store.table);
  const said = (rows: Uint32Array) =>
    liveBatches(batches, facts, batches.pick(facts, rows), NOW).map(({ batch, progress }) => [
      batch.family,
      progress.state,
      progress.share,
      progress.active,
    ]);
  expect(said(store.rows)).toEqual([['new', 'submitted', null, 3]]);
  expect(said(store.rowsOf(['past1']))).toEqual([]);
});
