import { expect, it, vi } from 'vitest';
import { listRows } from './listRows.ts';

it('reads a list by position, and finds it again by key', () => {
  const list = [{ name: 'a' }, { name: 'b' }];
  const rows = listRows(list, ({ name }) => name);
  expect(rows.count).toBe(2);
  expect(rows.at(1)).toBe(list[1]);
  expect([rows.keyAt(0), rows.keyAt(2)]).toEqual(['a', '']);
  expect([rows.positionOf('b'), rows.positionOf('c')]).toEqual([1, null]);
  expect(() => rows.at(2)).toThrow(RangeError);
});

it('looks no key up before one is asked for, and then once', () => {
  const keyOf = vi.fn(({ name }: { name: string }) => name);
  const rows = listRows([{ name: 'a' }, { name: 'b' }], keyOf);
  expect(keyOf).not.toHaveBeenCalled();
  rows.positionOf('a');
  rows.positionOf('b');
  expect(keyOf).toHaveBeenCalledTimes(2);
});
