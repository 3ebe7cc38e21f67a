import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { imageRows } from './imageRows.ts';

const names = new ImageNames();
const table = tableOf(['web', 'api', 'job'].map((name) => buildOf(name, { imageName: name })));
names.facts(table);
while (!names.work(50));
const picked = names.pick(names.facts(table), Uint32Array.of(0, 1, 2));

it('finds images by position and by name, in the order given', () => {
  const [web = 0, api = 0] = picked.codes;
  const rows = imageRows(picked, Uint32Array.of(api, web));
  expect([rows.keyAt(0), rows.keyAt(1), rows.keyAt(2)]).toEqual(['api', 'web', '']);
  expect([rows.positionOf('web'), rows.positionOf('job'), rows.positionOf('none')]).toEqual([
    1,
    null,
    null,
  ]);
  expect(() => rows.at(2)).toThrow('There is no row 2.');
});

it('gives the same object each time, so that a row is drawn once', () => {
  expect(imageRows(picked, picked.codes).at(1)).toBe(imageRows(picked, picked.codes).at(1));
});
