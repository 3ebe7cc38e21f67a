import { beforeEach, describe, expect, it } from 'vitest';
import type { Artifact } from '../../contract/build.ts';
import { fakeArtifact } from '../testing/fakeApi.ts';
import { TextPool } from '../text/TextPool.ts';
import { TextTable } from '../text/TextTable.ts';
import { ArtifactColumns } from './ArtifactColumns.ts';
import { TimeShapes } from './TimeColumn.ts';

let columns: ArtifactColumns;

beforeEach(() => {
  columns = columnsOf(new TextTable());
});

function columnsOf(errors: TextTable): ArtifactColumns {
  const texts = {
    statuses: new TextTable(),
    types: new TextTable(),
    errors,
    otherPaths: new TextTable(),
    artifactIds: new TextPool(),
  };
  return new ArtifactColumns(texts, new TimeShapes());
}

const failed = fakeArtifact('a1', {
  status: 'FAILED',
  fullImagePath: 'registry/app:v1',
  errorMessage: 'no space\nleft',
  createdAt: '2026-11-01T00:00:00Z',
  startedAt: '2026-11-01T00:00:01Z',
  completedAt: '2026-11-01T00:00:02Z',
});

const append = (artifact: Artifact) => columns.append(artifact, 'app', 'v1');
const read = (at: number) => columns.read(at, 'app', 'v1');

/** One change of each field, to another value and to or from none. */
const changes: Partial<Artifact>[] = [
  { id: 'a2' },
  { id: '' },
  { artifactType: 'VM_SANDBOX' },
  { status: 'COMPLETED' },
  { status: 'failed' },
  { fullImagePath: 'registry/app:v2' },
  { fullImagePath: 'other/app:v1' },
  { fullImagePath: null },
  { errorMessage: 'no space' },
  { errorMessage: 'no space\nleft\n' },
  { errorMessage: '' },
  { errorMessage: null },
  { createdAt: '2026-11-01T00:00:01Z' },
  { createdAt: '2026-11-01T00:00:00.000Z' },
  { createdAt: 'today' },
  { startedAt: '2026-11-01T00:00:02Z' },
  { startedAt: null },
  { completedAt: '2026-11-01T00:00:03Z' },
  { completedAt: null },
];

describe('an artifact in columns', () => {
  it('is read as it was written', () => {
    const plain = fakeArtifact('a2');
    expect([failed, plain].map(append)).toEqual([0, 1]);
    expect(columns.size).toBe(2);
    expect([0, 1].map(read)).toEqual([failed, plain]);
  });

  it('is written over in its place', () => {
    append(failed);
    append(fakeArtifact('a2'));
    const mended = fakeArtifact('a1');
    columns.set(0, mended, 'app', 'v1');
    expect([0, 1].map(read)).toEqual([mended, fakeArtifact('a2')]);
    expect(columns.size).toBe(2);
  });

  it('is this artifact and no other', () => {
    const at = append(failed);
    expect(columns.is(at, { ...failed }, 'app', 'v1')).toBe(true);
    expect(columns.is(at, failed, 'app', 'v2')).toBe(false);
  });

  it.each(changes)('is not the same with %j', (change) => {
    const at = append(failed);
    const changed = { ...failed, ...change };
    expect(columns.is(at, changed, 'app', 'v1')).toBe(false);
    const other = append(changed);
    expect(columns.is(other, changed, 'app', 'v1')).toBe(true);
    expect(columns.is(other, failed, 'app', 'v1')).toBe(false);
    expect(read(other)).toEqual(changed);
  });

  it('without an error is not one with an empty error', () => {
    const at = append(fakeArtifact('a1'));
    append(fakeArtifact('a2', { errorMessage: '' }));
    expect(columns.is(at, fakeArtifact('a1', { errorMessage: '' }), 'app', 'v1')).toBe(false);
    expect(read(1).errorMessage).toBe('');
  });

  it('grows by more than it must, so that it seldom grows', () => {
    append(failed);
    const { type } = columns;
    expect(type.length).toBeGreaterThan(1);
    for (let at = 1; at < type.length; at += 1) append(failed);
    expect(columns.type).toBe(type);
    append(failed);
    expect(columns.type).not.toBe(type);
    expect(read(columns.size - 1)).toEqual(failed);
  });
});

describe('the first line of an error', () => {
  const lineOf = (code: number) => columns.errors.at(columns.firstLines[code] ?? -1);

  it('has a code of its own', () => {
    const long = columns.errorCodeFor('no space\nleft');
    expect(lineOf(long)).toBe('no space');
    const short = columns.errorCodeFor('no space');
    expect(columns.firstLines[long]).toBe(short);
    expect(columns.firstLines[short]).toBe(short);
    expect(columns.errors.size).toBe(2);
  });

  it('is learnt once', () => {
    const code = columns.errorCodeFor('no space\nleft');
    columns.firstLines[code] = 77;
    expect(columns.errorCodeFor('no space\nleft')).toBe(code);
    expect(columns.firstLines[code]).toBe(77);
  });

  it('is found for errors that were kept', () => {
    const errors = new TextTable();
    for (const text of ['no space', 'no space\nleft', 'gone']) errors.codeFor(text);
    columns = columnsOf(errors);
    expect(columns.learnFirstLines()).toBe(true);
    expect([...columns.firstLines.slice(0, 3)]).toEqual([0, 0, 2]);
  });

  it('is missed when it was not kept', () => {
    const errors = new TextTable();
    errors.codeFor('no space\nleft');
    columns = columnsOf(errors);
    expect(columns.learnFirstLines()).toBe(false);
  });
});

describe('compacting', () => {
  it('keeps the artifacts of each build together, text for text', () => {
    const written = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => ({
      ...failed,
      id,
      status: `S${at}`,
      artifactType: `T${at}`,
      errorMessage: at === 2 ? null : `error ${at}`,
      fullImagePath: at === 3 ? null : `at${at}/app:v1`,
      createdAt: at === 4 ? 'yesterday' : failed.createdAt,
      startedAt: at === 5 ? 'soon' : null,
    }));
    for (const artifact of written) append(artifact);
    const first = Uint32Array.of(4, 0, 1, 0);
    const count = Uint32Array.of(2, 0, 2, 0);
    columns.compact(first, count, 3);
    expect([...first]).toEqual([0, 2, 2, 0]);
    expect(columns.size).toBe(4);
    expect([0, 1, 2, 3].map(read)).toEqual([4, 5, 1, 2].map((at) => written[at]));
    expect(append(failed)).toBe(4);
    expect(read(4)).toEqual(failed);
  });
});
