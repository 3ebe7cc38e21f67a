import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findFailure } from './findFailure.ts';

const among = (failures: readonly number[]) => (position: number) => failures.includes(position);

it('finds the next failure after a row', () => {
  expect(findFailure(10, 2, 1, among([2, 5, 8]))).toEqual({ position: 5, wrapped: false });
  expect(findFailure(10, 5, -1, among([2, 5, 8]))).toEqual({ position: 2, wrapped: false });
});

it('goes on from the other end and says so', () => {
  expect(findFailure(10, 8, 1, among([2, 8]))).toEqual({ position: 2, wrapped: true });
  expect(findFailure(10, 2, -1, among([2, 8]))).toEqual({ position: 8, wrapped: true });
});

it('begins at an end where no row is given', () => {
  expect(findFailure(10, null, 1, among([0, 9]))).toEqual({ position: 0, wrapped: false });
  expect(findFailure(10, null, -1, among([0, 9]))).toEqual({ position: 9, wrapped: false });
});

it('comes back to the only failure, and finds none where there is none', () => {
  expect(findFailure(10, 4, 1, among([4]))).toEqual({ position: 4, wrapped: true });
  expect(findFailure(10, 4, 1, among([]))).toBeNull();
  expect(findFailure(0, null, 1, among([0]))).toBeNull();
});

it('comes by every failure once on its way round', () => {
  const failures = fc.uniqueArray(fc.nat(29), { minLength: 1 });
  fc.assert(
    fc.property(failures, fc.constantFrom(1 as const, -1 as const), (some, step) => {
      const seen = new Set<number>();
      let from: number | null = null;
      for (let times = 0; times < some.length; times += 1) {
        const found = findFailure(30, from, step, among(some));
        from = found?.position ?? null;
        if (from !== null) seen.add(from);
      }
      expect(seen).toEqual(new Set(some));
    }),
  );
});
