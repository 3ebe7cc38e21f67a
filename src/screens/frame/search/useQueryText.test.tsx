// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { EMPTY_VIEW } from '../../../views/address/View.ts';
import { useQueryText } from './useQueryText.ts';

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
  const { result } = renderHook(() => useQueryText(EMPTY_VIEW, actions, () => undefined));
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
    useQueryText(EMPTY_VIEW, { push: () => undefined, replace }, prepare),
  );
  act(() => result.current.change('p', 1));
  act(() => result.current.change('pa', 2));
  for (const run of idle.values()) act(run);
  expect(prepare.mock.calls).toEqual([[[{ kind: 'free', text: 'pa', not: false }]]]);
  expect(replace).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(700));
  expect(replace).toHaveBeenCalledOnce();
});
