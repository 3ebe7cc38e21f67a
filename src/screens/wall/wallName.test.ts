import { expect, it } from 'vitest';
import { wallName } from './wallName.ts';

it('shows both ends of a long name, and of one in wide letters half as many', () => {
  expect(wallName('swe-bench.eval.pytest-dev-375', 40)).toBe('swe-bench.eval.pytest-dev-375');
  expect(wallName('swe-bench.eval.pytest-dev-375', 16)).toBe('swe-benc…-dev-375');
  expect(wallName('長い長い名前のイメージ', 8)).toBe('長い…ージ');
});

it('says that there is no name, and shows what cannot be seen', () => {
  expect(wallName('', 40)).toBe('(no name)');
  expect(wallName('\u202eevil', 40)).toBe('⟨U+202E⟩evil');
});
