import { expect, it } from 'vitest';
import { sumText } from './checkWords.ts';

const checked = (complete: boolean) => ({
  images: [
    { name: 'a', tag: 'v1', state: 'good' as const, row: 1 },
    { name: 'b', tag: 'v1', state: 'failed' as const, row: 2 },
    { name: 'c', tag: 'v1', state: 'never' as const, row: null },
  ],
  counts: { good: 1, failed: 1, active: 0, never: 1 },
  complete,
});

it('says how the images of a list stand in sum (row 34)', () => {
  expect(sumText(checked(true))).toBe('1 good, 1 failed, 0 active, 1 never built of 3 images');
});

it('says "never" of nothing before the whole list is known', () => {
  expect(sumText(checked(false))).toBe(
    '1 good, 1 failed, 0 active, 1 not found so far of 3 images',
  );
});
