// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { pinKeys, usePinnedKeys } from './usePinnedKeys.ts';

afterEach(cleanup);

it('keeps what is on screen in its place, drops what is gone, and puts newcomers behind', () => {
  expect(pinKeys(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
});

it('moves nothing while the person reads, and shows the fresh order when asked', () => {
  const { result, rerender } = renderHook(
    ({ keys, asked, reading }) => usePinnedKeys(keys, asked, reading),
    { initialProps: { keys: ['a', 'b'], asked: 'x', reading: true } },
  );
  rerender({ keys: ['b', 'a', 'c'], asked: 'x', reading: true });
  expect(result.current.keys).toEqual(['a', 'b', 'c']);
  expect(result.current.moved).toBe(true);
  act(() => result.current.show());
  expect(result.current.keys).toEqual(['b', 'a', 'c']);
  expect(result.current.moved).toBe(false);
});

it('follows at once when nobody reads, and when something else is asked for', () => {
  const { result, rerender } = renderHook(
    ({ keys, asked, reading }) => usePinnedKeys(keys, asked, reading),
    { initialProps: { keys: ['a', 'b'], asked: 'x', reading: false } },
  );
  rerender({ keys: ['b', 'a'], asked: 'x', reading: false });
  expect(result.current.keys).toEqual(['b', 'a']);
  rerender({ keys: ['c', 'a'], asked: 'y', reading: true });
  expect(result.current.keys).toEqual(['c', 'a']);
});
