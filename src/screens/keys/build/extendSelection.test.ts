import { expect, it } from 'vitest';
import { selectRange, toggleSelected } from './extendSelection.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const rows = {
  keyAt: (position: number) => IDS[position] ?? '',
  positionOf: (id: string) => (IDS.includes(id) ? IDS.indexOf(id) : null),
};

it('adds a build and takes it out again', () => {
  const one = toggleSelected(new Set(), 'a');
  expect([...one]).toEqual(['a']);
  expect([...toggleSelected(one, 'a')]).toEqual([]);
});

it('selects from the last one down or up, both included, and keeps the rest', () => {
  expect(selectRange(new Set(['e', 'b']), rows, 'b', 'd')).toEqual(new Set(['e', 'b', 'c', 'd']));
  expect(selectRange(new Set(['d']), rows, 'd', 'b')).toEqual(new Set(['d', 'c', 'b']));
});

it('adds this one alone where there is no last one on screen', () => {
  expect(selectRange(new Set(), rows, null, 'c')).toEqual(new Set(['c']));
  expect(selectRange(new Set(['gone']), rows, 'gone', 'c')).toEqual(new Set(['gone', 'c']));
});
