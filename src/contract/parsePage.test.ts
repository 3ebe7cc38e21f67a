import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../lib/testing/runs.ts';
import { ApiError } from './ApiError.ts';
import type { Page } from './build.ts';
import { parsePage } from './parsePage.ts';

const asked = { offset: 0, limit: 100 };
const artifact = {
  id: 'a1',
  artifactType: 'VM_SANDBOX',
  status: 'FAILED',
  fullImagePath: 'prime/acme/app:v1',
  errorMessage: 'exit code 1',
  createdAt: '2026-04-17T09:00:00',
  startedAt: '2026-04-17T09:00:01',
  completedAt: '2026-04-17T09:00:02',
};
const build = {
  id: 'b1',
  imageName: 'app',
  imageTag: 'v1',
  status: 'FAILED',
  createdAt: '2026-04-17T09:00:00',
  startedAt: '2026-04-17T09:00:01',
  completedAt: '2026-04-17T09:00:02',
  artifacts: [artifact],
};
const read = (...data: unknown[]): Page => parsePage({ data, total_count: data.length }, asked);

function failure(body: unknown): ApiError {
  try {
    parsePage(body, asked);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('the envelope', () => {
  it.each<[unknown, string, string[]]>([
    [undefined, 'it is nothing, not an object', []],
    [null, 'it is null, not an object', []],
    [[], 'it is a list, not an object', []],
    [[build], 'it is a list, not an object', []],
    ['x', 'it is text, not an object', []],
    [7, 'it is a number, not an object', []],
    [true, 'it is a boolean, not an object', []],
    [{}, '“data” is missing', []],
    [{ total_count: 0 }, '“data” is missing', []],
    [{ data: null }, '“data” is null, not a list', []],
    [{ data: {} }, '“data” is an object, not a list', []],
    [{ data: 'x' }, '“data” is text, not a list', []],
    [{ detail: 'no such thing' }, '“data” is missing', ['no such thing']],
    [{ errors: [{ param: 'limit', details: 'bad' }] }, 'it lists errors', ['limit: bad']],
    [{ errors: [{ param: 'limit', details: 'bad' }], data: [] }, 'it lists errors', ['limit: bad']],
    [{ errors: 'bad', data: null }, 'it lists errors', ['bad']],
  ])('refuses %j', (body, problem, details) => {
    expect(failure(body)).toMatchObject({
      kind: 'unreadable',
      status: 200,
      message: `The API's answer is not a list of builds: ${problem}.`,
      details,
    });
  });

  it('keeps builds that come beside errors', () => {
    expect(parsePage({ errors: ['half of it'], data: [build] }, asked).builds).toHaveLength(1);
    expect(parsePage({ errors: [], data: [] }, asked).total).toBe(0);
  });

  it.each<[unknown, number, unknown[], number | null]>([
    [undefined, 0, [], 0],
    [0, 0, [], 0],
    [undefined, 0, [build], null],
    [0, 0, [build], null],
    [0, 300, [], null],
    [undefined, 300, [], null],
    [1, 0, [build], 1],
    [2412, 0, [build], 2412],
    [2412, 2500, [], 2412],
    [-1, 0, [build], null],
    [1.5, 0, [build], null],
    ['7', 0, [build], null],
    [null, 0, [], null],
    [2 ** 53, 0, [build], null],
  ])('reads a total of %j at offset %d', (total, offset, data, expected) => {
    const body = total === undefined ? { data } : { data, total_count: total };
    expect(parsePage(body, { offset, limit: 100 }).total).toBe(expected);
  });

  it('takes a count by the name that the official client takes too', () => {
    const totalOf = (count: object) => parsePage({ ...count, data: [build] }, asked).total;
    expect(totalOf({ totalCount: 240 })).toBe(240);
    expect(totalOf({ totalCount: 240, total_count: 250 })).toBe(250);
    expect(totalOf({ totalCount: 240, total_count: null })).toBe(240);
    expect(totalOf({ totalCount: 0 })).toBeNull();
    expect(totalOf({ totalCount: '240' })).toBeNull();
  });

  it.each<[unknown, number, number]>([
    [{ offset: 200, limit: 50 }, 200, 50],
    [{}, 300, 1000],
    [{ offset: 0, limit: 0 }, 0, 0],
    [{ offset: -1, limit: 2.5 }, 300, 1000],
    [{ offset: '0', limit: null }, 300, 1000],
  ])('reads the echo %j', (echo, offset, limit) => {
    const page = parsePage({ ...Object(echo), data: [] }, { offset: 300, limit: 1000 });
    expect(page).toMatchObject({ offset, limit });
  });

  it.each([
    ['ok', 'ok'],
    ['', ''],
    [null, null],
    [undefined, null],
    [7, null],
  ])('reads its status %j', (status, expected) => {
    expect(parsePage({ data: [], status }, asked).status).toBe(expected);
  });
});

describe('the rows', () => {
  it('are read whole, with nothing added', () => {
    const page = read({ ...build, extra: 1, artifacts: [{ ...artifact, extra: 1 }] });
    expect(page).toStrictEqual({
      total: 1,
      offset: 0,
      limit: 100,
      status: null,
      builds: [build],
      received: 1,
      unreadable: [],
    });
  });

  it.each(['id', 'imageName', 'imageTag', 'status', 'createdAt'])(
    'are left out and reported without %s, and the others stay',
    (field) => {
      for (const [value, problem] of [
        [undefined, 'missing'],
        [null, 'expected text, got null'],
        [7, 'expected text, got a number'],
        [['x'], 'expected text, got a list'],
        [{}, 'expected text, got an object'],
        [true, 'expected text, got a boolean'],
      ] as const) {
        const page = read(build, { ...build, id: 'b2', [field]: value }, { ...build, id: 'b3' });
        expect(page.builds.map((one) => one.id)).toEqual(['b1', 'b3']);
        const id = field !== 'id' ? 'b2' : value === 7 ? '7' : '#2';
        const lost = id === '#2' ? 'row' : 'build';
        expect(page.unreadable).toEqual([{ id, lost, field, problem }]);
        expect(page.received).toBe(3);
      }
    },
  );

  it('are named by their place in the whole list where they have no id', () => {
    const page = parsePage(
      { data: [build, null, { ...build, id: {} }, []] },
      { offset: 100, limit: 9 },
    );
    expect(page.unreadable).toEqual([
      { id: '#102', lost: 'row', field: 'data[1]', problem: 'expected an object, got null' },
      { id: '#103', lost: 'row', field: 'id', problem: 'expected text, got an object' },
      { id: '#104', lost: 'row', field: 'data[3]', problem: 'expected an object, got a list' },
    ]);
    expect(page.received).toBe(4);
  });

  it('keep words and times that are not known', () => {
    const odd = {
      ...build,
      status: 'paused',
      imageName: '',
      createdAt: 'yesterday',
      startedAt: '',
      artifacts: [{ ...artifact, status: '', artifactType: 'wasm', completedAt: '2024-02-30' }],
    };
    const page = read(odd);
    expect(page.builds).toStrictEqual([odd]);
    expect(page.unreadable).toEqual([]);
  });

  it('may leave out what is optional, which is nothing to report', () => {
    const { startedAt: _, completedAt: __, artifacts: ___, ...bare } = build;
    const { fullImagePath, errorMessage, startedAt, completedAt, ...part } = artifact;
    const page = read(
      bare,
      { ...bare, startedAt: null, completedAt: null, artifacts: null },
      { ...bare, id: 'b2', artifacts: [part] },
    );
    const unknown = { startedAt: null, completedAt: null };
    expect(page.unreadable).toEqual([]);
    expect(page.builds).toStrictEqual([
      { ...bare, ...unknown, artifacts: null },
      { ...bare, ...unknown, artifacts: null },
      {
        ...bare,
        ...unknown,
        id: 'b2',
        artifacts: [{ ...part, ...unknown, fullImagePath: null, errorMessage: null }],
      },
    ]);
  });

  it('may have an empty name, tag and status: the fault that is reported is another', () => {
    const page = read({ ...build, imageName: '', imageTag: '', status: '', createdAt: 7 });
    expect(page.unreadable).toEqual([
      { id: 'b1', lost: 'build', field: 'createdAt', problem: 'expected text, got a number' },
    ]);
  });

  it.each(['startedAt', 'completedAt'])('keep a build whose %s cannot be read', (field) => {
    const page = read({ ...build, [field]: 1763629200 });
    expect(page.builds).toStrictEqual([{ ...build, [field]: null }]);
    expect(page.unreadable).toEqual([
      { id: 'b1', lost: 'field', field, problem: 'expected text or null, got a number' },
    ]);
  });

  it('do not know their artifacts where the API did not say', () => {
    const { artifacts: _, ...bare } = build;
    expect(read(bare, { ...bare, artifacts: null }).builds).toStrictEqual([
      { ...build, artifacts: null },
      { ...build, artifacts: null },
    ]);
    expect(read({ ...build, artifacts: [] }).builds[0]?.artifacts).toEqual([]);
    const wrong = read({ ...build, artifacts: 'none' });
    expect(wrong.builds[0]?.artifacts).toBeNull();
    expect(wrong.unreadable).toEqual([
      { id: 'b1', lost: 'field', field: 'artifacts', problem: 'expected a list, got text' },
    ]);
  });

  it.each([
    ['id', 7, 'expected text, got a number'],
    ['id', undefined, 'missing'],
    ['status', undefined, 'missing'],
    ['createdAt', null, 'expected text, got null'],
    ['artifactType', 7, 'expected text, got a number'],
  ])('keep a build when an artifact has the %s %j', (field, value, problem) => {
    const page = read({ ...build, artifacts: [artifact, { ...artifact, [field]: value }] });
    expect(page.builds).toStrictEqual([build]);
    expect(page.unreadable).toEqual([
      { id: 'b1', lost: 'artifact', field: `artifacts[1].${field}`, problem },
    ]);
  });

  it('keep a build when an artifact is no object', () => {
    const page = read({ ...build, artifacts: ['x', artifact] });
    expect(page.builds).toStrictEqual([build]);
    expect(page.unreadable).toEqual([
      {
        id: 'b1',
        lost: 'artifact',
        field: 'artifacts[0]',
        problem: 'expected an object, got text',
      },
    ]);
  });

  it.each(['fullImagePath', 'errorMessage', 'startedAt', 'completedAt'])(
    'keep an artifact whose %s cannot be read',
    (field) => {
      const page = read({ ...build, artifacts: [{ ...artifact, [field]: {} }] });
      expect(page.builds[0]?.artifacts).toStrictEqual([{ ...artifact, [field]: null }]);
      expect(page.unreadable).toEqual([
        {
          id: 'b1',
          lost: 'field',
          field: `artifacts[0].${field}`,
          problem: 'expected text or null, got an object',
        },
      ]);
    },
  );

  it('may have an empty id, and so may their artifacts: the contract asks for text', () => {
    const odd = { ...build, id: '', artifacts: [{ ...artifact, id: '' }] };
    const page = read(odd);
    expect(page.builds).toStrictEqual([odd]);
    expect(page.unreadable).toEqual([]);
  });

  it('come twice as one build, and are named where they say two things of it', () => {
    const other = { ...build, status: 'CANCELLED' };
    const parts = { ...build, artifacts: [{ ...artifact, errorMessage: 'another' }] };
    const page = read(build, build, other);
    expect(page.builds).toStrictEqual([build, build]);
    for (const one of [parts, { ...build, artifacts: [] }, { ...build, artifacts: null }]) {
      expect(read(build, one).builds).toStrictEqual([build]);
    }
    expect(page.unreadable).toEqual([
      {
        id: 'b1',
        lost: 'build',
        field: 'data[2].id',
        problem: 'also the id of another build in the answer, which is shown',
      },
    ]);
    expect(page.received).toBe(3);
    expect(read({ ...build, artifacts: [] }, build).unreadable).toHaveLength(1);
  });

  it('may be called like a part of the language', () => {
    const text = JSON.stringify({ ...build, id: '__proto__', imageName: 'constructor' });
    const body: unknown = JSON.parse(`{"data":[${text.replace('{', '{"__proto__":{"id":1},')}]}`);
    const page = parsePage(body, asked);
    expect(page.builds).toStrictEqual([{ ...build, id: '__proto__', imageName: 'constructor' }]);
    expect(Object.getPrototypeOf(page.builds[0])).toBe(Object.prototype);
  });

  it('may hold ids and artifacts of any size', () => {
    const id = 'x'.repeat(10_000);
    const artifacts = Array.from({ length: 10_000 }, (_, index) => ({
      ...artifact,
      id: `${index}`,
    }));
    const page = read({ ...build, id, artifacts });
    expect(page.builds[0]?.id).toBe(id);
    expect(page.builds[0]?.artifacts).toHaveLength(10_000);
  });

  it('may be more than were asked for', () => {
    const data = Array.from({ length: 250 }, (_, index) => ({ ...build, id: `${index}` }));
    expect(parsePage({ data }, asked)).toMatchObject({ received: 250, limit: 100 });
  });
});

describe('older rows, which are one artifact each', () => {
  const { artifacts: _, ...bare } = build;
  const own = {
    id: 'b1',
    artifactType: 'CONTAINER_IMAGE',
    status: build.status,
    fullImagePath: null,
    errorMessage: null,
    createdAt: build.createdAt,
    startedAt: build.startedAt,
    completedAt: build.completedAt,
  };
  const artifactsOf = (row: object) => read(row).builds[0]?.artifacts;

  it('keep the path and the error that they tell themselves', () => {
    const told = { fullImagePath: 'prime/a/b:1', errorMessage: 'disk full' };
    expect(artifactsOf({ ...bare, ...told })).toStrictEqual([{ ...own, ...told }]);
    expect(artifactsOf({ ...bare, errorMessage: 'disk full' })).toStrictEqual([
      { ...own, errorMessage: 'disk full' },
    ]);
    expect(artifactsOf({ ...bare, artifactType: 'VM_SANDBOX', ...told })).toStrictEqual([
      { ...own, artifactType: 'VM_SANDBOX', ...told },
    ]);
  });

  it('are as any other where they tell nothing of their own', () => {
    const nothing = { fullImagePath: '', errorMessage: null };
    expect(artifactsOf({ ...bare, ...nothing })).toBeNull();
    expect(artifactsOf({ ...build, ...nothing, artifactType: 'VM_SANDBOX' })).toStrictEqual(
      build.artifacts,
    );
  });

  it('say once what an artifact says too, and the rest beside it', () => {
    const failed = { ...artifact, errorMessage: 'disk full' };
    const row = { ...build, artifacts: [failed], errorMessage: 'disk full' };
    expect(artifactsOf(row)).toStrictEqual([failed]);
    expect(artifactsOf({ ...row, fullImagePath: 'prime/x:1' })).toStrictEqual([
      failed,
      { ...own, fullImagePath: 'prime/x:1' },
    ]);
  });

  it('say nothing more where one artifact says the path and another the error', () => {
    const artifacts = [
      { ...artifact, fullImagePath: null, errorMessage: 'disk full' },
      { ...artifact, id: 'a2', fullImagePath: 'prime/x:1', errorMessage: null },
    ];
    const told = { fullImagePath: 'prime/x:1', errorMessage: 'disk full' };
    expect(artifactsOf({ ...build, artifacts, ...told })).toStrictEqual(artifacts);
    const more = { fullImagePath: 'prime/x:2', errorMessage: 'no space left' };
    expect(artifactsOf({ ...build, artifacts, ...more })).toStrictEqual([
      ...artifacts,
      { ...own, ...more },
    ]);
  });

  it.each(['fullImagePath', 'errorMessage'])('name it where their %s is no text', (field) => {
    const page = read({ ...bare, [field]: 7 });
    expect(page.builds[0]?.artifacts).toBeNull();
    const problem = 'expected text or null, got a number';
    expect(page.unreadable).toEqual([{ id: 'b1', lost: 'field', field, problem }]);
  });
});

describe('any JSON at all', () => {
  const odd = fc.oneof(
    { weight: 3, arbitrary: fc.string() },
    fc.jsonValue({ maxDepth: 2 }),
    fc.constant(undefined),
  );
  const oddArtifact = fc.record({
    id: odd,
    artifactType: odd,
    status: odd,
    fullImagePath: odd,
    errorMessage: odd,
    createdAt: odd,
    startedAt: odd,
    completedAt: odd,
  });
  const oddBuild = fc.record({
    id: odd,
    imageName: odd,
    imageTag: odd,
    status: odd,
    createdAt: odd,
    startedAt: odd,
    completedAt: odd,
    errorMessage: odd,
    fullImagePath: odd,
    artifactType: odd,
    artifacts: fc.oneof(odd, fc.array(fc.oneof(oddArtifact, odd), { maxLength: 3 })),
  });
  const oddPage = fc.record({
    total_count: fc.oneof(odd, fc.integer()),
    offset: odd,
    limit: odd,
    data: fc.oneof(odd, fc.array(fc.oneof(oddBuild, odd), { maxLength: 5 })),
    status: odd,
    errors: fc.option(odd),
  });

  it('is read or refused, and every row is a build or a report', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), oddPage), fc.nat(), (body, offset) => {
        let page: Page;
        try {
          page = parsePage(body, { offset, limit: 100 });
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
          return;
        }
        const lost = page.unreadable.filter((one) => one.lost === 'row' || one.lost === 'build');
        expect(page.builds.length + lost.length).toBe(page.received);
        for (const one of page.builds) {
          expect(Object.keys(one)).toEqual(BUILD_KEYS);
          for (const part of one.artifacts ?? []) expect(Object.keys(part)).toEqual(ARTIFACT_KEYS);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});

const BUILD_KEYS = [
  ...['id', 'imageName', 'imageTag', 'status'],
  ...['createdAt', 'startedAt', 'completedAt', 'artifacts'],
];
const ARTIFACT_KEYS = [
  ...['id', 'artifactType', 'status', 'fullImagePath', 'errorMessage'],
  ...['createdAt', 'startedAt', 'completedAt'],
];
