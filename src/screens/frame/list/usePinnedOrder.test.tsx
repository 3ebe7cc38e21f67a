// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type PinnedOrderOptions, usePinnedOrder } from './usePinnedOrder.ts';

const rows = (...numbers: number[]) => Uint32Array.from(numbers);
const held = (first: PinnedOrderOptions) =>
  renderHook((options: PinnedOrderOptions) => usePinnedOrder(options), { initialProps: first });
const reading = { key: 'all', loading: false, reading: true };

it('holds what comes while a person reads, and shows it when asked', () => {
  const { result, rerender } = held({ ...reading, fresh: rows(1, 2) });
  rerender({ ...reading, fresh: rows(3, 1, 2) });
  expect([...result.current.order]).toEqual([1, 2]);
  expect(result.current.waiting).toBe(1);
});

it('holds nothing of the list itself, also when the last of it ends the loading', () => {
  const { result, rerender } = held({ ...reading, loading: true, fresh: rows(1) });
  rerender({ ...reading, fresh: rows(1, 2, 3) });
  expect([...result.current.order]).toEqual([1, 2, 3]);
  expect(result.current.waiting).toBe(0);
  rerender({ ...reading, fresh: rows(4, 1, 2, 3) });
  expect(result.current.waiting).toBe(1);
});

it('holds nothing back from another view', () => {
  const { result, rerender } = held({ ...reading, fresh: rows(1, 2) });
  rerender({ ...reading, key: 'failed', fresh: rows(2, 3) });
  expect([...result.current.order]).toEqual([2, 3]);
});
