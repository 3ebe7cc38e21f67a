import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { tableOf } from './tableOf.ts';

it('says of each row what its build says', () => {
  const table = tableOf([
    buildOf('a', { artifacts: null, startedAt: null }),
    buildOf('b', {
      imageName: 'web',
      status: 'FAILED',
      artifacts: [
        artifactOf('b1', { errorMessage: '  ' }),
        artifactOf('b2', { status: 'FAILED', errorMessage: 'no space', fullImagePath: 'p/web:v1' }),
      ],
    }),
    buildOf('c', { artifacts: [artifactOf('c1')] }),
  ]);
  expect(table.rowOf('b')).toBe(1);
  expect(table.texts.names.at(table.name[1] ?? -1)).toBe('web');
  expect(table.started[0]).toBeNaN();
  expect([table.artifacts.known[0], table.artifacts.first, table.artifacts.count]).toEqual([
    0,
    [0, 0, 2],
    [0, 2, 1],
  ]);
  expect(table.texts.errors.at((table.firstError[1] ?? 0) - 1)).toBe('no space');
  expect(table.firstError[2]).toBe(0);
  expect([table.pathAt(1, 0), table.pathAt(1, 1)]).toEqual([null, 'p/web:v1']);
  expect(table.artifacts.id.at(2)).toBe('c1');
});
