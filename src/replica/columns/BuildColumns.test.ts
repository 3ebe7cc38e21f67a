import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Artifact, Build } from '../../contract/build.ts';
import { RankedTexts } from '../../lib/texts/RankedTexts.ts';
import { fakeArtifact, fakeBuild } from '../testing/fakeApi.ts';
import { BuildColumns } from './BuildColumns.ts';

let columns: BuildColumns;

beforeEach(() => {
  columns = new BuildColumns();
});

function write(build: Build): number {
  const row = columns.rowFor(build.id);
  columns.write(row, build);
  return row;
}

const artifacts = (...ids: string[]) => ids.map((id) => fakeArtifact(id));
const whole = fakeBuild(1, {
  startedAt: '2026-11-01T00:00:02Z',
  completedAt: '2026-11-01T00:00:03Z',
  artifacts: artifacts('a', 'b'),
});

const changes: Partial<Build>[] = [
  { imageName: 'app2' },
  { imageTag: '2' },
  { status: 'FAILED' },
  { createdAt: '2026-11-01T00:00:02Z' },
  { startedAt: null },
  { completedAt: '2026-11-01T00:00:04Z' },
  { artifacts: null },
  { artifacts: [] },
  { artifacts: artifacts('a') },
  { artifacts: artifacts('a', 'b', 'c') },
  { artifacts: artifacts('b', 'a') },
  { artifacts: artifacts('a', 'c') },
  { artifacts: [fakeArtifact('a'), fakeArtifact('b', { status: 'FAILED' })] },
];

describe('a build in columns', () => {
  it('has a row for good', () => {
    expect(['x', 'y', 'x', 'z'].map((id) => columns.rowFor(id))).toEqual([0, 1, 0, 2]);
    expect(columns.rows).toBe(3);
  });

  it('is empty before it is written', () => {
    expect(columns.read(columns.rowFor('x'))).toEqual({
      id: 'x',
      imageName: '',
      imageTag: '',
      status: '',
      createdAt: '',
      startedAt: null,
      completedAt: null,
      artifacts: null,
    });
  });

  it('is read as it was written', () => {
    const rows = [whole, fakeBuild(2), fakeBuild(3, { artifacts: [] })].map(write);
    expect(rows.map((row) => columns.read(row))).toEqual([
      whole,
      fakeBuild(2),
      fakeBuild(3, { artifacts: [] }),
    ]);
  });

  it.each(changes)('is not the same with %j, and is written over', (change) => {
    write(fakeBuild(0, { artifacts: artifacts('z') }));
    const row = write(whole);
    expect(columns.is(row, { ...whole })).toBe(true);
    const changed = { ...whole, ...change };
    expect(columns.is(row, changed)).toBe(false);
    columns.write(row, changed);
    expect(columns.is(row, changed)).toBe(true);
    expect(columns.is(row, whole)).toBe(false);
    expect(columns.read(row)).toEqual(changed);
    expect(columns.read(0)).toEqual(fakeBuild(0, { artifacts: artifacts('z') }));
  });

  it('grows by more than it must, so that it seldom grows', () => {
    columns.rowFor('0');
    const { name } = columns;
    for (let row = 1; row < name.length; row += 1) columns.rowFor(String(row));
    expect(columns.name).toBe(name);
    const row = write(fakeBuild(9));
    expect(columns.name).not.toBe(name);
    expect(columns.read(row)).toEqual(fakeBuild(9));
  });
});

describe('the artifacts of a build', () => {
  it('stay in their place while they are the same ones', () => {
    write(fakeBuild(0, { artifacts: artifacts('y', 'z') }));
    const row = write(whole);
    const changed = {
      ...whole,
      artifacts: artifacts('a', 'b').map((one) => ({ ...one, status: 'F' })),
    };
    columns.write(row, changed);
    expect(columns.artifacts.size).toBe(4);
    expect(columns.read(row)).toEqual(changed);
  });

  it('are appended when others come', () => {
    const row = write(whole);
    columns.write(row, { ...whole, artifacts: artifacts('a', 'c') });
    expect(columns.artifacts.size).toBe(4);
    columns.write(row, { ...whole, artifacts: artifacts('a') });
    expect(columns.artifacts.size).toBe(5);
  });

  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => fakeArtifact(`${prefix}${at}`));

  it('are cleared away once 1,025 lie waste, and half of all', () => {
    const row = write(fakeBuild(1, { artifacts: many('a', 1024) }));
    columns.write(row, fakeBuild(1, { artifacts: [] }));
    expect(columns.artifacts.size).toBe(1024);
    const other = write(fakeBuild(2, { artifacts: many('b', 1) }));
    columns.write(other, fakeBuild(2, { artifacts: many('c', 2) }));
    expect(columns.artifacts.size).toBe(2);
    expect(columns.read(other).artifacts).toEqual(many('c', 2));
    expect(columns.read(row).artifacts).toEqual([]);
  });

  it('are counted anew after that', () => {
    const row = write(fakeBuild(1, { artifacts: many('a', 1025) }));
    columns.write(row, fakeBuild(1, { artifacts: null }));
    expect(columns.artifacts.size).toBe(0);
    columns.write(row, fakeBuild(1, { artifacts: many('b', 1000) }));
    columns.write(row, fakeBuild(1, { artifacts: null }));
    expect(columns.artifacts.size).toBe(1000);
  });

  it('stay while they are no more than half of all', () => {
    const row = write(fakeBuild(1, { artifacts: many('a', 1100) }));
    write(fakeBuild(2, { artifacts: many('b', 1100) }));
    columns.write(row, fakeBuild(1, { artifacts: null }));
    expect(columns.artifacts.size).toBe(2200);
    const third = write(fakeBuild(3, { artifacts: many('c', 1) }));
    columns.write(third, fakeBuild(3, { artifacts: null }));
    expect(columns.artifacts.size).toBe(1100);
  });
});

describe('the orders of texts', () => {
  it('are of ids by their characters, and of names and tags as people sort', () => {
    for (const [at, id] of ['b', 'a10', 'a9', 'B'].entries()) {
      write(fakeBuild(at, { id, imageName: `n${id}`, imageTag: `t${id}` }));
    }
    const { ids, names, tags } = columns;
    const inOrder = (ranked: { order: Uint32Array }, table: { at: (code: number) => string }) =>
      [...ranked.order].map((code) => table.at(code));
    expect(inOrder(columns.ranked.ids, ids)).toEqual(['B', 'a10', 'a9', 'b']);
    expect(inOrder(columns.ranked.names, names)).toEqual(['', 'na9', 'na10', 'nB', 'nb']);
    expect(inOrder(columns.ranked.tags, tags)).toEqual(['', 'ta9', 'ta10', 'tB', 'tb']);
  });
});

describe('settling', () => {
  it('takes in hundreds of new texts before they are asked for', () => {
    for (let at = 0; at < 249; at += 1) columns.rowFor(String(at));
    expect(columns.settleNext()).toBe(false);
    columns.rowFor('249');
    expect(columns.settleNext()).toBe(true);
    expect(columns.settleNext()).toBe(false);
  });

  it('makes thousands of error texts ready to be searched, in parts', () => {
    for (let at = 0; at < 1024; at += 1) columns.artifacts.errorCodeFor(`${at}`.padEnd(1000, 'x'));
    const ranks = vi.spyOn(RankedTexts.prototype, 'settleSome');
    let parts = 0;
    for (; columns.settleNext() && ranks.mock.calls.length === 0; parts += 1);
    expect(parts).toBeGreaterThan(9);
    expect(columns.artifacts.errors.pool.foldNext()).toBe(false);
  });
});

describe('the facts of a build', () => {
  const one = (id: string, changes: Partial<Artifact> = {}) => fakeArtifact(id, changes);
  it.each([
    [null, [0, '', 0]],
    [[], [0, '', 0]],
    [artifacts('a'), [0, '', 0]],
    [[one('a', { errorMessage: '' })], [0, '', 0]],
    [
      [one('a', { errorMessage: '  \n' }), one('b', { errorMessage: '\u001b[0m' })],
      [0, '', 0],
    ],
    [
      [one('a', { errorMessage: ' ' }), one('b', { errorMessage: 'x' })],
      [0, 'x', 0],
    ],
    [
      [one('a', { errorMessage: 'z' }), one('b', { errorMessage: 'a' })],
      [0, 'z', 0],
    ],
    [
      [one('a', { fullImagePath: '' }), one('b', { fullImagePath: ' ' })],
      [0, '', 0],
    ],
    [
      [one('a'), one('b', { fullImagePath: 'x' })],
      [0, '', 1],
    ],
    [
      [one('a', { fullImagePath: 'prime/app:v1' }), one('b')],
      [0, '', 1],
    ],
    [[one('a', { status: 'FAILED' })], [1, '', 0]],
    [[one('a', { status: 'FAILED', errorMessage: 'x', fullImagePath: 'y' })], [1, 'x', 1]],
  ])('of %j are %j', (list, facts) => {
    const row = write(fakeBuild(1, { artifacts: list }));
    const { conflicted, firstError, hasPath } = columns;
    const { errors } = columns.artifacts;
    expect([conflicted[row], errors.at((firstError[row] ?? 0) - 1), hasPath[row]]).toEqual(facts);
    expect(columns.known[row]).toBe(Number(list !== null));
  });

  it('are those of what was written last', () => {
    const failed = one('a', { status: 'FAILED', errorMessage: 'x', fullImagePath: 'y' });
    const row = write(fakeBuild(1, { artifacts: [failed] }));
    write(fakeBuild(1, { artifacts: null }));
    const { conflicted, firstError, hasPath, known } = columns;
    expect([conflicted[row], firstError[row], hasPath[row], known[row]]).toEqual([0, 0, 0, 0]);
  });
});
