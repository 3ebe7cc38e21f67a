// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { nextTask } from '../../../lib/tasks/nextTask.ts';
import { EMPTY_VIEW } from '../../../views/address/View.ts';
import type { Filter } from '../../../views/terms/Filter.ts';
import type { SearchAhead } from '../list/useSelection.ts';
import { useQueryText } from './useQueryText.ts';

const READY: SearchAhead = {
  isPrepared: () => true,
  prepare: () => undefined,
  searched: () => [],
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('asks for a frame as a key is heard, before the rows are worked out', () => {
  const steps: string[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation(() => steps.push('frame'));
  const actions = { push: () => undefined, replace: () => steps.push('view') };
  const { result } = renderHook(() => useQueryText(EMPTY_VIEW, actions, READY));
  act(() => result.current.change('4', 1));
  expect(steps).toEqual(['frame', 'view']);
});

it('has the page look ahead for what waits to be whole, unless more is typed first', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const idle = new Map<number, () => void>();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.set(idle.size, run).size - 1);
  vi.stubGlobal('cancelIdleCallback', (one: number) => void idle.delete(one));
  const prepare = vi.fn();
  const replace = vi.fn();
  const { result } = renderHook(() =>
    useQueryText(EMPTY_VIEW, { push: () => undefined, replace }, { ...READY, prepare }),
  );
  act(() => result.current.change('p', 1));
  act(() => result.current.change('pa', 2));
  for (const run of idle.values()) act(run);
  expect(prepare.mock.calls).toEqual([[[{ kind: 'free', text: 'pa', not: false }]]]);
  expect(replace).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(700));
  expect(replace).toHaveBeenCalledOnce();
});

it('draws a letter before a long search for it, and searches for the last text only', async () => {
  const steps: unknown[] = [];
  const actions = { push: () => undefined, replace: () => steps.push('applied') };
  const ahead = {
    ...READY,
    isPrepared: () => false,
    prepare: (filter: Filter) => steps.push(filter),
  };
  const { result } = renderHook(() => useQueryText(EMPTY_VIEW, actions, ahead));
  act(() => result.current.change('zeb', 3));
  act(() => result.current.change('zebr', 4));
  expect(result.current.text).toBe('zebr');
  expect(steps).toEqual([]);
  const searched = [{ kind: 'free', text: 'zebr', not: false }];
  await act(() => vi.waitFor(() => expect(steps).toEqual([searched, 'applied'])));
});

it.each([
  [7, ['searched', 'applied', 'next task']],
  [8, ['searched', 'next task', 'applied']],
])('draws what a search found in its own task below 8 ms only: %i ms', async (ms, expected) => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const steps: string[] = [];
  const actions = { push: () => undefined, replace: () => steps.push('applied') };
  const prepare = () => {
    now += ms;
    steps.push('searched');
    void nextTask().then(() => steps.push('next task'));
  };
  const ahead = { ...READY, isPrepared: () => false, prepare };
  const { result } = renderHook(() => useQueryText(EMPTY_VIEW, actions, ahead));
  act(() => result.current.change('zebra', 5));
  await act(() => vi.waitFor(() => expect(steps).toEqual(expected)));
});

it('reads on after a search while nothing is typed', async () => {
  const idle: (() => void)[] = [];
  const calledOff = vi.fn();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => idle.push(run));
  vi.stubGlobal('cancelIdleCallback', calledOff);
  const actions = { push: () => undefined, replace: () => undefined };
  const prepare = vi.fn();
  const searched = vi.fn(() => []);
  const { result, unmount, rerender } = renderHook(
    (isPrepared: boolean) =>
      useQueryText(EMPTY_VIEW, actions, { isPrepared: () => isPrepared, prepare, searched }),
    { initialProps: true },
  );
  const rest = () => act(() => idle.pop()?.());
  const reads = (times: number) =>
    act(() => vi.waitFor(() => expect(searched).toHaveBeenCalledTimes(times)));
  // Found with the letter.
  act(() => result.current.change('zoo', 3));
  expect(searched).not.toHaveBeenCalled();
  rest();
  await reads(1);
  // Searched for in a task of its own.
  rerender(false);
  act(() => result.current.change('zoom', 4));
  await act(() => vi.waitFor(() => expect(idle).toHaveLength(1)));
  rest();
  await reads(2);
  // Half typed: searched ahead first.
  act(() => result.current.change('p', 1));
  rest();
  expect([prepare.mock.calls.length, searched.mock.calls.length]).toEqual([2, 2]);
  rest();
  await reads(3);
  // Not where more is typed first.
  rerender(true);
  act(() => result.current.change('zoo', 3));
  calledOff.mockClear();
  act(() => result.current.change('zo', 2));
  expect(calledOff).toHaveBeenCalledOnce();
  rest();
  unmount();
  await nextTask();
  await nextTask();
  expect(searched).toHaveBeenCalledTimes(3);
});

it('applies at once what is settled before its search is done', async () => {
  const replace = vi.fn();
  const ahead = { ...READY, isPrepared: () => false, prepare: vi.fn() };
  const { result, rerender } = renderHook(() =>
    useQueryText(EMPTY_VIEW, { push: () => undefined, replace }, ahead),
  );
  act(() => result.current.change('zebra', 5));
  act(() => result.current.settle());
  expect(replace).toHaveBeenCalledOnce();
  // Sent after the one that was called off.
  act(() => result.current.change('p', 1));
  rerender();
  act(() => result.current.change('paths', 5));
  await act(() => vi.waitFor(() => expect(replace).toHaveBeenCalledTimes(2)));
  expect(ahead.prepare.mock.calls).toEqual([[[{ kind: 'free', text: 'paths', not: false }]]]);
});
