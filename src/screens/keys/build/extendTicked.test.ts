import { expect, it } from 'vitest';
import { tickRange, toggleTicked } from './extendTicked.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const rows = {
  keyAt: (position: number) => IDS[position] ?? '',
  positionOf: (id: string) => (IDS.includes(id) ? IDS.indexOf(id) : null),
};

it('adds a build and takes it out again', () => {
  const one = toggleTicked(new Set(), 'a');
  expect([...one]).toEqual(['a']);
  expect([...toggleTicked(one, 'a')]).toEqual([]);
});

it('ticks from the last one down or up, both included, and keeps the rest', () => {
  expect(tickRange(new Set(['e', 'b']), rows, 'b', 'd')).toEqual(new Set(['e', 'b', 'c', 'd']));
  expect(tickRange(new Set(['d']), rows, 'd', 'b')).toEqual(new Set(['d', 'c', 'b']));
});

it('adds this one alone where there is no last one on screen', () => {
  expect(tickRange(new Set(), rows, null, 'c')).toEqual(new Set(['c']));
  expect(tickRange(new Set(['gone']), rows, 'gone', 'c')).toEqual(new Set(['gone', 'c']));
});

it('adds this one alone where the last one was let go of since', () => {
  expect(tickRange(new Set(), rows, 'a', 'c')).toEqual(new Set(['c']));
  expect(tickRange(new Set(['e']), rows, 'a', 'c')).toEqual(new Set(['e', 'c']));
});
