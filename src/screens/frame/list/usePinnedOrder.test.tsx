// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type PinnedOrderOptions, usePinnedOrder } from './usePinnedOrder.ts';
import { NO_STATUS } from './whatBecame.ts';

const rows = (...numbers: number[]) => Uint32Array.from(numbers);
const held = (first: PinnedOrderOptions) =>
  renderHook((options: PinnedOrderOptions) => usePinnedOrder(options), { initialProps: first });
const reading = {
  key: 'all',
  version: 1,
  loading: false,
  reading: true,
  within: false,
  statusAt: () => 1,
};

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

it('leaves what no longer matches where it is while the person is within the rows, and says what became of it', () => {
  const statuses = new Map([
    [1, 5],
    [2, 5],
    [3, 5],
    [4, 5],
  ]);
  const statusAt = (row: number) => statuses.get(row) ?? NO_STATUS;
  const within = { ...reading, reading: false, within: true, statusAt };
  const { result, rerender } = held({ ...within, fresh: rows(1, 2, 3, 4) });
  expect(result.current.became.size).toBe(0);
  statuses.set(2, 6);
  statuses.delete(3);
  rerender({ ...within, fresh: rows(7, 1) });
  expect([...result.current.order]).toEqual([1, 2, 3, 4]);
  expect(result.current.waiting).toBe(1);
  expect([...result.current.became]).toEqual([
    [2, 'other-status'],
    [3, 'deleted'],
    [4, 'unmatched'],
  ]);
  rerender({ ...within, within: false, fresh: rows(7, 1) });
  expect([...result.current.order]).toEqual([7, 1]);
  expect(result.current.became.size).toBe(0);
});

it('tells a change of status from the moment when the person came to the rows, again after showing news', () => {
  let status = 5;
  const within = { ...reading, reading: false, within: true, statusAt: () => status };
  const { result, rerender } = held({ ...within, fresh: rows(1) });
  status = 6;
  const fresh = rows(2);
  rerender({ ...within, fresh });
  expect(result.current.became.get(1)).toBe('other-status');
  act(() => result.current.show());
  expect([...result.current.order]).toEqual([2]);
  rerender({ ...within, fresh: rows(3) });
  expect(result.current.became.get(2)).toBe('unmatched');
});
