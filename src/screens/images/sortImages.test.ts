import { expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { buildOf } from '../../contract/testing/builds.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import type { LensSort } from '../../views/address/View.ts';
import { nextSort, sortImages } from './sortImages.ts';

const minute = (at: number) => new Date(Date.UTC(2026, 10, 20, 9, at)).toISOString();

/** Some builds of a name that ended as said, minute by minute, each after `took` minutes. */
const tries = (imageName: string, outcomes: string, from: number, took: number): readonly Build[] =>
  [...outcomes].map((outcome, at) =>
    buildOf(`${imageName}${at}`, {
      imageName,
      status: outcome === 'g' ? 'COMPLETED' : outcome === 'f' ? 'FAILED' : 'CANCELLED',
      createdAt: minute(from + at),
      startedAt: minute(from + at),
      completedAt: minute(from + at + took),
    }),
  );

const BUILDS = [
  ...tries('few', 'ggg', 0, 4),
  ...tries('many', `${'g'.repeat(40)}f`, 0, 2),
  ...tries('late', 'gf', 50, 3),
  ...tries('none', 'cc', 0, 1),
];

function sorted(sort: LensSort): readonly string[] {
  const names = new ImageNames();
  const table = tableOf(BUILDS);
  names.facts(table);
  while (!names.work(50)) {
    // Reads the rest.
  }
  const { images } = names.pick(
    names.facts(table),
    Uint32Array.from(BUILDS, (_, row) => row),
  );
  return sortImages(images, sort).map(({ image }) => image.name);
}

it('puts what broke last first, and what is not broken behind it by builds', () => {
  expect(sorted({ column: 'broken', descending: true })).toEqual(['late', 'many', 'few', 'none']);
  expect(sorted({ column: 'broken', descending: false })).toEqual(['many', 'late', 'few', 'none']);
});

it('does not put 3 of 3 above 40 of 41, nor an unknown rate above a known one', () => {
  expect(sorted({ column: 'success', descending: true })).toEqual(['many', 'few', 'late', 'none']);
  expect(sorted({ column: 'success', descending: false })).toEqual(['late', 'many', 'few', 'none']);
});

it('sorts by name, median and builds', () => {
  expect(sorted({ column: 'image', descending: false })).toEqual(['few', 'late', 'many', 'none']);
  expect(sorted({ column: 'median', descending: true })[0]).toBe('many');
  expect(sorted({ column: 'builds', descending: true })).toEqual(['many', 'few', 'late', 'none']);
});

it('starts a column with what is asked for first, and turns it round at the second click', () => {
  const usual: LensSort = { column: 'broken', descending: true };
  expect(nextSort(usual, 'image')).toEqual({ column: 'image', descending: false });
  expect(nextSort(usual, 'builds')).toEqual({ column: 'builds', descending: true });
  expect(nextSort(usual, 'broken')).toEqual({ column: 'broken', descending: false });
});
