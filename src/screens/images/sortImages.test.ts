import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { buildOf } from '../../contract/testing/builds.ts';
import type { PickedImage } from '../../insights/images/ImageFacts.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import type { PickedImages } from '../../insights/images/PickedImages.ts';
import { wilson } from '../../insights/rates.ts';
import { builds } from '../../insights/testing/arbitraryBuilds.ts';
import { TestStore } from '../../insights/testing/TestStore.ts';
import { runs } from '../../lib/testing/runs.ts';
import type { LensSort } from '../../views/address/View.ts';
import { nextSort } from '../frame/lens/nextSort.ts';
import { ORDER, sortImages } from './sortImages.ts';

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

function read(made: readonly Build[]) {
  const names = new ImageNames();
  const { table, rows } = new TestStore(made);
  names.facts(table);
  while (!names.work(50)) {
    // Reads the rest.
  }
  const facts = names.facts(table);
  return { facts, picked: names.pick(facts, rows) };
}

const namesOf = (picked: PickedImages, codes: Uint32Array) =>
  Array.from(codes, (code) => picked.imageOf(code).image.name);

function sorted(sort: LensSort): readonly string[] {
  const { facts, picked } = read(BUILDS);
  return namesOf(picked, sortImages(picked, sort, facts.nameRanks));
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

it('leaves names as they came until they are in order', () => {
  const { picked } = read(BUILDS);
  const order = sortImages(picked, { column: 'image', descending: false }, null);
  expect(namesOf(picked, order)).toEqual(['few', 'many', 'late', 'none']);
});

it('equals a plain comparison of all images', () => {
  const columns = ['image', 'success', 'broken', 'median', 'builds'] as const;
  fc.assert(
    fc.property(
      fc.array(builds, { maxLength: 40 }),
      fc.constantFrom(...columns),
      fc.boolean(),
      (made, column, descending) => {
        const { facts, picked } = read(made);
        const found = sortImages(picked, { column, descending }, facts.nameRanks);
        const turn = descending ? -1 : 1;
        const plain = picked.images.toSorted((a, b) => {
          const names = a.image.name < b.image.name ? -1 : 1;
          if (column === 'image') return turn * names;
          const [one, other] = [a, b].map((each) => plainKey(each, column, descending));
          const unknown = Number(one === null) - Number(other === null);
          if (unknown !== 0) return unknown;
          return turn * ((one ?? 0) - (other ?? 0)) || b.builds - a.builds || names;
        });
        expect(namesOf(picked, found)).toEqual(plain.map(({ image }) => image.name));
      },
    ),
    { numRuns: runs(100) },
  );
});

function plainKey(
  { image, builds, outcomes }: PickedImage,
  column: LensSort['column'],
  descending: boolean,
): number | null {
  if (column === 'builds') return builds;
  if (column === 'median') {
    const { median } = image.durations.spread;
    return median === null ? null : Math.floor(median);
  }
  if (column === 'broken') {
    const at = image.brokenSince;
    return at === null || Number.isNaN(at) ? null : Math.floor(at);
  }
  if (outcomes.completed + outcomes.failed === 0) return null;
  const { low, high } = wilson(outcomes);
  return descending ? low : high;
}

it('starts a column with what is asked for first, and turns it round at the second click', () => {
  const usual: LensSort = { column: 'broken', descending: true };
  expect(nextSort(usual, 'image', ORDER)).toEqual({ column: 'image', descending: false });
  expect(nextSort(usual, 'builds', ORDER)).toEqual({ column: 'builds', descending: true });
  expect(nextSort(usual, 'broken', ORDER)).toEqual({ column: 'broken', descending: false });
});
