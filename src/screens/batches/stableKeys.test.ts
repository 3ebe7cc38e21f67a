import { expect, it } from 'vitest';
import { stableKeys } from './stableKeys.ts';

const placeIn = (batches: readonly (readonly string[])[]) => (id: string) => {
  const at = batches.findIndex((members) => members.includes(id));
  return at < 0 ? null : at;
};
const keys = (before: readonly string[], batches: readonly (readonly string[])[]) =>
  stableKeys(
    before,
    batches.map(([first = '']) => first),
    placeIn(batches),
  );

it('keeps the key of a batch to which an older build comes late', () => {
  expect(keys(['b', 'x'], [['a', 'b'], ['x']])).toEqual(['b', 'x']);
});

it('keeps the first of two keys when batches merge, and names a new one by its oldest', () => {
  expect(keys(['b', 'x'], [['n'], ['a', 'b', 'x']])).toEqual(['n', 'b']);
});

it('gives each half its own key when a batch falls apart', () => {
  expect(keys(['b'], [['a'], ['b']])).toEqual(['a', 'b']);
  expect(keys(['gone'], [['a']])).toEqual(['a']);
});
