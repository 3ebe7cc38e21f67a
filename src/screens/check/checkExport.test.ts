import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { ListCheck } from '../../insights/check/ListCheck.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { lensTableOf } from '../frame/lens/LensExport.ts';
import { checkExport } from './checkExport.ts';
import { checkRows } from './checkRows.ts';

it('says of each image of the list where it is, why it failed, or that it was never built', () => {
  const error = 'ERROR: no space left on device';
  const table = tableOf([
    buildOf('g', {
      artifacts: [artifactOf('ga', { status: 'Completed', fullImagePath: 'p/app' })],
    }),
    buildOf('f', {
      imageName: 'web',
      status: 'FAILED',
      artifacts: [artifactOf('fa', { status: 'FAILED', errorMessage: error })],
    }),
  ]);
  const names = new ImageNames();
  names.facts(table);
  while (!names.work(50));
  const images = ['app', 'web', 'job'].map((name) => ({ name, tag: 'v1' }));
  const check = new ListCheck(names.facts(table), images, Date.UTC(2026, 10, 24));
  while (!check.work(50));
  const checked = check.result();
  const read = { table, complete: true, lines: null };
  const exported = lensTableOf(checkExport(read, checked, checkRows(checked.images, new Map())));
  const created = Date.UTC(2026, 10, 20, 9);
  expect(exported.said).toBe('1 good, 1 failed, 0 active, 1 never built of 3 images');
  expect([0, 1, 2].map(exported.cellsAt)).toEqual([
    ['app', 'v1', 'good', 'p/app', null, created, 'g'],
    ['web', 'v1', 'failed', null, error, created, 'f'],
    ['job', 'v1', 'never built', null, null, null, null],
  ]);
});
